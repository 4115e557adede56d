namespace Halton.Hub.CareHomes.Cqc;

/// <summary>What CQC says of a provider, as far as the hub keeps it; the nominated individual is not read. Source: CQC syndication API, <c>/providers/{id}</c>.</summary>
internal sealed record CqcProvider
{
    public required string ProviderId { get; init; }

    public required string Name { get; init; }

    public required string RegistrationStatus { get; init; }

    public string? OwnershipType { get; init; }

    public string? CompaniesHouseNumber { get; init; }

    public string? CharityNumber { get; init; }

    /// <summary>Reads a document. Fault: CQC_INVALID_DOCUMENT when it is none, or is not about the provider asked for.</summary>
    public static CqcProvider Read(ReadOnlyMemory<byte> json, string? asked = null) => CqcJson.Read(json, root =>
    {
        var id = CqcJson.Id(root, "providerId");
        return id is not null && (asked is null || id == asked) && CqcJson.Text(root, "name") is { } name && CqcJson.Text(root, "registrationStatus") is { } status
            ? new CqcProvider
            {
                ProviderId = id,
                Name = name,
                RegistrationStatus = status,
                OwnershipType = CqcJson.Text(root, "ownershipType"),
                CompaniesHouseNumber = CqcJson.Text(root, "companiesHouseNumber"),
                CharityNumber = CqcJson.Text(root, "charityNumber"),
            }
            : throw CqcFaults.InvalidDocument("it is not the provider that was asked for");
    });
}
