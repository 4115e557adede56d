using System.Text.Json;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// What CQC says of one location, as far as the hub keeps it. The people whom CQC names with regulated activities are not read at all.
/// Source: CQC syndication API, <c>/locations/{id}</c>.
/// </summary>
internal sealed record CqcLocation
{
    public required string LocationId { get; init; }

    public required string ProviderId { get; init; }

    public required string Name { get; init; }

    public required bool Registered { get; init; }

    public DateOnly? RegistrationDate { get; init; }

    public DateOnly? DeregistrationDate { get; init; }

    /// <summary>Null when it is not said; then what was said last stands.</summary>
    public bool? Dormant { get; init; }

    public bool IsCareHome { get; init; }

    public required IReadOnlyList<string> ServiceTypes { get; init; }

    public required IReadOnlyList<string> Specialisms { get; init; }

    public required IReadOnlyList<string> RegulatedActivities { get; init; }

    public int? NumberOfBeds { get; init; }

    public string? LocalAuthority { get; init; }

    public required IReadOnlyList<string> AddressLines { get; init; }

    public string? City { get; init; }

    public string? PostalCode { get; init; }

    public string? Phone { get; init; }

    public string? Website { get; init; }

    /// <summary>Degrees north, WGS 84; not without the other.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    public required CqcRated Ratings { get; init; }

    public DateOnly? LastInspectionDate { get; init; }

    public DateOnly? RegisteredManagerAbsentDate { get; init; }

    public required IReadOnlyList<CqcRelationship> Relationships { get; init; }

    /// <summary>Plain values that stand at the top and that this version does not know, as JSON.</summary>
    public string? Further { get; init; }

    /// <summary>Reads a document. Fault: CQC_INVALID_DOCUMENT when it is none, or is not about the location asked for.</summary>
    public static CqcLocation Read(ReadOnlyMemory<byte> json, string? asked = null) => CqcJson.Read(json, root =>
    {
        var id = CqcJson.Id(root, "locationId") ?? throw CqcFaults.InvalidDocument("it has no locationId");
        return asked is null || id == asked ? Read(root, id) : throw CqcFaults.InvalidDocument("it is about another location");
    });

    private static CqcLocation Read(JsonElement root, string id) => new()
    {
        LocationId = id,
        ProviderId = CqcJson.Id(root, "providerId") ?? throw CqcFaults.InvalidDocument("it has no providerId"),
        Name = CqcJson.Text(root, "name") ?? throw CqcFaults.InvalidDocument("it has no name"),
        Registered = CqcJson.Text(root, "registrationStatus") switch
        {
            "Registered" => true,
            "Deregistered" => false,
            _ => throw CqcFaults.InvalidDocument("it does not say whether the location is registered"),
        },
        RegistrationDate = CqcJson.Day(root, "registrationDate"),
        DeregistrationDate = CqcJson.Day(root, "deregistrationDate"),
        Dormant = CqcJson.YesNo(root, "dormancy"),
        IsCareHome = CqcJson.YesNo(root, "careHome") ?? false,
        ServiceTypes = CqcJson.Texts(root, "gacServiceTypes", type => CqcJson.Text(type, "description") ?? CqcJson.Text(type, "name")),
        Specialisms = CqcJson.Texts(root, "specialisms", specialism => CqcJson.Text(specialism, "name")),
        RegulatedActivities = CqcJson.Texts(root, "regulatedActivities", activity => CqcJson.Text(activity, "name")),
        NumberOfBeds = CqcJson.Whole(root, "numberOfBeds"),
        LocalAuthority = CqcJson.Text(root, "localAuthority"),
        AddressLines = [.. new[] { CqcJson.Text(root, "postalAddressLine1"), CqcJson.Text(root, "postalAddressLine2") }.OfType<string>()],
        City = CqcJson.Text(root, "postalAddressTownCity"),
        PostalCode = CqcJson.Text(root, "postalCode"),
        Phone = CqcJson.Text(root, "mainPhoneNumber"),
        Website = CqcJson.Text(root, "website"),
        Latitude = OnEarth(root) ? CqcJson.Number(root, "onspdLatitude") : null,
        Longitude = OnEarth(root) ? CqcJson.Number(root, "onspdLongitude") : null,
        Ratings = CqcRated.Of(root),
        LastInspectionDate = CqcJson.Day(CqcJson.Of(root, "lastInspection"), "date"),
        RegisteredManagerAbsentDate = CqcJson.Day(root, "registeredManagerAbsentDate"),
        Relationships = [.. CqcJson.Rows(root, "relationships").Select(Relationship).OfType<CqcRelationship>().Where(other => other.LocationId != id).Distinct()],
        Further = CqcFurther.Of(root),
    };

    private static bool OnEarth(JsonElement root) =>
        CqcJson.Number(root, "onspdLatitude") is >= -90 and <= 90 && CqcJson.Number(root, "onspdLongitude") is >= -180 and <= 180;

    private static CqcRelationship? Relationship(JsonElement row)
    {
        var kind = CqcJson.Text(row, "type") switch { "HSCA Predecessor" => "predecessor", "HSCA Successor" => "successor", _ => null };
        return kind is not null && CqcJson.Id(row, "relatedLocationId") is { } id ? new CqcRelationship(id, kind) : null;
    }
}
