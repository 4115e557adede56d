namespace Halton.Hub.Placement.Assessments;

/// <summary>What a person needs of a home.</summary>
public sealed record AssessedNeeds
{
    /// <summary>No infection is known.</summary>
    public const string NoInfection = "none";

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>What the home must be able to do beyond, each code once.</summary>
    public IReadOnlyList<NeededCapability> Capabilities { get; init; } = [];

    /// <summary>What the home must look out for, each code once.</summary>
    public IReadOnlyList<FoundRisk> Risks { get; init; } = [];

    /// <summary>A code of infection-status.</summary>
    public required string Infection { get; init; }
}

/// <summary>A capability that is needed.</summary>
/// <param name="Code">A code of care-home-capability.</param>
/// <param name="Kilograms">With bariatric: the person's weight; null with all others.</param>
public sealed record NeededCapability(string Code, int? Kilograms);

/// <summary>A risk.</summary>
/// <param name="Code">A code of assessment-risk.</param>
/// <param name="Detail">What to know of it.</param>
public sealed record FoundRisk(string Code, string? Detail);
