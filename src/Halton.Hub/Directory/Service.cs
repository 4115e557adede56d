namespace Halton.Hub.Directory;

/// <summary>A service that people can be pointed to. HSDS-UK: service.</summary>
public sealed class Service
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation that provides it.</summary>
    public required Guid OrganizationId { get; set; }

    /// <summary>Code of the partner organisation that keeps the entry; nobody else may change it.</summary>
    public required string MaintainedBy { get; set; }

    /// <summary>Official or public name.</summary>
    public required string Name { get; set; }

    /// <summary>Another name that people use.</summary>
    public string? AlternateName { get; set; }

    /// <summary>What it is and for whom, in a few sentences.</summary>
    public string? Description { get; set; }

    /// <summary>Web page.</summary>
    public string? Url { get; set; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; set; }

    /// <summary>active, inactive, defunct or temporarily closed.</summary>
    public required string Status { get; set; }

    /// <summary>What it costs, in words.</summary>
    public string? Fees { get; set; }

    /// <summary>Marks of quality that it holds.</summary>
    public string? Accreditations { get; set; }

    /// <summary>Youngest age served, in years.</summary>
    public int? MinimumAge { get; set; }

    /// <summary>Oldest age served, in years.</summary>
    public int? MaximumAge { get; set; }

    /// <summary>The day on which its maintainer last confirmed that the entry is right.</summary>
    public DateOnly? AssuredDate { get; set; }

    /// <summary>Who to write to about the entry.</summary>
    public string? AssurerEmail { get; set; }

    /// <summary>What to know right now.</summary>
    public string? Alert { get; set; }

    /// <summary>When the entry last changed.</summary>
    public DateTimeOffset LastModified { get; set; }

    /// <summary>Whether it stays out of the open feed and its places are shown to nobody but its maintainer; decided when it is created, for good.</summary>
    public bool Confidential { get; init; }

    /// <summary>Whether it takes people now: open, waiting_list or full. The hub's own word; HSDS-UK has none.</summary>
    public string Intake { get; set; } = ServiceIntake.Open;

    /// <summary>The day on which a paused service means to be back.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The order in which services were first taken up; it never changes, so that pages over it stay whole.</summary>
    public long Ordinal { get; init; }

    /// <summary>Tells one version of the entry from another.</summary>
    public string Etag => $"{Id:N}-{Version}";

    /// <summary>When it can be had.</summary>
    public List<Schedule> Schedules { get; set; } = [];

    /// <summary>Where people must live to use it.</summary>
    public List<ServiceArea> ServiceAreas { get; set; } = [];

    /// <summary>Where it is given.</summary>
    public List<ServiceAtLocation> ServiceAtLocations { get; set; } = [];

    /// <summary>Languages.</summary>
    public List<Language> Languages { get; set; } = [];

    /// <summary>Where its money comes from.</summary>
    public List<Funding> Funding { get; set; } = [];

    /// <summary>What it costs.</summary>
    public List<CostOption> CostOptions { get; set; } = [];

    /// <summary>Desks that answer for it.</summary>
    public List<Contact> Contacts { get; set; } = [];

    /// <summary>Terms that it is classified by.</summary>
    public List<ServiceTerm> Terms { get; set; } = [];
}
