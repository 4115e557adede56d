namespace Halton.Hub.CareHomes.Homes;

/// <summary>Who runs care homes, as CQC has them registered. FHIR: Organization. Source: CQC syndication API, providers.</summary>
public sealed class Provider
{
    /// <summary>CQC provider id, for example 1-101639045.</summary>
    public required string ProviderId { get; init; }

    /// <summary>Registered name; the id again while CQC has not said it.</summary>
    public required string Name { get; set; }

    /// <summary>Kind of ownership, for example "Organisation".</summary>
    public string? OwnershipType { get; set; }

    /// <summary>Companies House number.</summary>
    public string? CompaniesHouseNumber { get; set; }

    /// <summary>Charity number.</summary>
    public string? CharityNumber { get; set; }

    /// <summary>"Registered" or "Deregistered"; "Removed" when CQC no longer knows it, "Unknown" while it has said nothing.</summary>
    public required string RegistrationStatus { get; set; }

    /// <summary>When CQC last said so.</summary>
    public required DateTimeOffset SyncedAt { get; set; }
}
