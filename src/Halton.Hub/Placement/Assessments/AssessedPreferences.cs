namespace Halton.Hub.Placement.Assessments;

/// <summary>What a person wishes.</summary>
public sealed record AssessedPreferences
{
    /// <summary>Homes in the order of preference, by the hub's id.</summary>
    public IReadOnlyList<Guid> Homes { get; init; } = [];

    /// <summary>A postcode, or its first half, to be near to.</summary>
    public string? Near { get; init; }

    /// <summary>Whose place that is, a code of near-whom; null without a postcode.</summary>
    public string? NearWhom { get; init; }

    /// <summary>The farthest that a home may lie from there, in metres; null for no limit.</summary>
    public int? FarthestMetres { get; init; }

    /// <summary>Whether a home in the borough is preferred.</summary>
    public bool InBorough { get; init; }

    /// <summary>The home where the person lived before, by the hub's id.</summary>
    public Guid? LivedAt { get; init; }
}
