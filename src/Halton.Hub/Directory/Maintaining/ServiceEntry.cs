namespace Halton.Hub.Directory.Maintaining;

/// <summary>What a maintainer says about a service: the whole of its entry, so that what is left out is gone. HSDS-UK: service.</summary>
public sealed record ServiceEntry
{
    /// <summary>The organisation that provides it; one that the caller keeps.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Official or public name, 1 to 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Another name that people use, up to 200 characters.</summary>
    public string? AlternateName { get; init; }

    /// <summary>What it is and for whom, up to 4,000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Web page, https or http.</summary>
    public string? Url { get; init; }

    /// <summary>Public e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>What it costs, in words, up to 1,000 characters.</summary>
    public string? Fees { get; init; }

    /// <summary>Marks of quality that it holds, up to 1,000 characters.</summary>
    public string? Accreditations { get; init; }

    /// <summary>Youngest age served, in years, 0 to 130.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Oldest age served, in years, 0 to 130.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Who to write to about the entry.</summary>
    public string? AssurerEmail { get; init; }

    /// <summary>What to know right now, up to 1,000 characters.</summary>
    public string? Alert { get; init; }

    /// <summary>Whether it takes people now: open, waiting_list or full; open when left out.</summary>
    public string? Intake { get; init; }

    /// <summary>Terms that it is classified by, identifiers of taxonomy terms; at most 30.</summary>
    public IReadOnlyList<string> TermIds { get; init; } = [];

    /// <summary>Places where it is given, identifiers of locations that the caller keeps; at most 30.</summary>
    public IReadOnlyList<string> LocationIds { get; init; } = [];

    /// <summary>When it can be had; at most 50 rules.</summary>
    public IReadOnlyList<ScheduleEntry> Schedules { get; init; } = [];

    /// <summary>Where people must live to use it; at most 30.</summary>
    public IReadOnlyList<ServiceAreaEntry> ServiceAreas { get; init; } = [];

    /// <summary>Languages, BCP 47 tags; at most 30.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What it costs; at most 30.</summary>
    public IReadOnlyList<CostOptionEntry> CostOptions { get; init; } = [];

    /// <summary>Where its money comes from, in words; at most 30.</summary>
    public IReadOnlyList<string> Funding { get; init; } = [];

    /// <summary>Desks that answer for it; at most 10. Roles, never names of people.</summary>
    public IReadOnlyList<ContactEntry> Contacts { get; init; } = [];
}
