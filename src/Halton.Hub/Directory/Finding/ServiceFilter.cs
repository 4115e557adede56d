namespace Halton.Hub.Directory.Finding;

/// <summary>What services are looked for by; what is left out does not narrow the search.</summary>
public sealed record ServiceFilter
{
    /// <summary>Words, as one would type them into a search box; small typing errors are forgiven.</summary>
    public string? Words { get; init; }

    /// <summary>Terms; a service must carry each of them or one below it.</summary>
    public IReadOnlyList<string> TermIds { get; init; } = [];

    /// <summary>Age of whoever is looked for, in years.</summary>
    public int? Age { get; init; }

    /// <summary>Only what costs nothing.</summary>
    public bool Free { get; init; }

    /// <summary>The most that it may cost, in pounds.</summary>
    public decimal? MaximumCost { get; init; }

    /// <summary>A day of the week, MO to SU: open on one of the next four of them.</summary>
    public string? Weekday { get; init; }

    /// <summary>A day, YYYY-MM-DD.</summary>
    public string? Date { get; init; }

    /// <summary>Open at some time from here, HH:MM, on the day; local time.</summary>
    public string? From { get; init; }

    /// <summary>Open at some time until here, HH:MM, on the day; local time.</summary>
    public string? Until { get; init; }

    /// <summary>Only what is open at this moment.</summary>
    public bool OpenNow { get; init; }

    /// <summary>The point that distances are measured from.</summary>
    public Near? Near { get; init; }

    /// <summary>A language, BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Features of the place, such as step_free; one place must have all.</summary>
    public IReadOnlyList<string> Accessibility { get; init; } = [];

    /// <summary>Only services of this organisation.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Only services whose entry the caller keeps.</summary>
    public bool Mine { get; init; }

    /// <summary>Only what takes people now, at least on a waiting list.</summary>
    public bool Accepting { get; init; }

    /// <summary>Paused and ended services too.</summary>
    public bool IncludeClosed { get; init; }

    /// <summary>The order of the answer; by relevance with words, by distance with a point, otherwise by name.</summary>
    public ServiceOrder? Order { get; init; }
}
