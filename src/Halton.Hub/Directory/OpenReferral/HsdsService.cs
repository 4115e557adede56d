namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A service as HSDS-UK 3.0 writes it. In lists the members that can be many are left out.</summary>
public sealed record HsdsService
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The organisation that provides it, a UUID.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Official or public name.</summary>
    public string? Name { get; init; }

    /// <summary>Another name that people use; HSDS has it, the UK profile leaves it open.</summary>
    public string? AlternateName { get; init; }

    /// <summary>What it is and for whom.</summary>
    public string? Description { get; init; }

    /// <summary>Web page.</summary>
    public string? Url { get; init; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>active, inactive, defunct or temporarily closed.</summary>
    public string? Status { get; init; }

    /// <summary>What it costs, in words.</summary>
    public string? Fees { get; init; }

    /// <summary>Marks of quality.</summary>
    public string? Accreditations { get; init; }

    /// <summary>Youngest age served, in years.</summary>
    public decimal? MinimumAge { get; init; }

    /// <summary>Oldest age served, in years.</summary>
    public decimal? MaximumAge { get; init; }

    /// <summary>When the entry was last confirmed, YYYY-MM-DD.</summary>
    public string? AssuredDate { get; init; }

    /// <summary>Who to write to about the entry.</summary>
    public string? AssurerEmail { get; init; }

    /// <summary>What to know right now.</summary>
    public string? Alert { get; init; }

    /// <summary>When the entry, or what it says of its organisation, last changed: RFC 3339, to the millisecond.</summary>
    public string? LastModified { get; init; }

    /// <summary>When it can be had.</summary>
    public IReadOnlyList<HsdsSchedule>? Schedules { get; init; }

    /// <summary>Where people must live to use it.</summary>
    public IReadOnlyList<HsdsServiceArea>? ServiceAreas { get; init; }

    /// <summary>Where it is given.</summary>
    public IReadOnlyList<HsdsServiceAtLocation>? ServiceAtLocations { get; init; }

    /// <summary>Languages.</summary>
    public IReadOnlyList<HsdsLanguage>? Languages { get; init; }

    /// <summary>The organisation that provides it.</summary>
    public HsdsOrganization? Organization { get; init; }

    /// <summary>Where its money comes from.</summary>
    public IReadOnlyList<HsdsFunding>? Funding { get; init; }

    /// <summary>What it costs.</summary>
    public IReadOnlyList<HsdsCostOption>? CostOptions { get; init; }

    /// <summary>Desks that answer for it.</summary>
    public IReadOnlyList<HsdsContact>? Contacts { get; init; }

    /// <summary>What it is classified by.</summary>
    public IReadOnlyList<HsdsServiceTerm>? Attributes { get; init; }
}
