namespace Halton.Hub.Placement.Assessments;

/// <summary>What a trusted assessor found, as one version of an assessment holds it. Codes are bare; a door adds their wording.</summary>
public sealed record AssessmentContent
{
    /// <summary>Role and reference of the assessor, never a name.</summary>
    public required string AssessedBy { get; init; }

    /// <summary>What is needed.</summary>
    public required AssessedNeeds Needs { get; init; }

    /// <summary>What is wished.</summary>
    public required AssessedPreferences Preferences { get; init; }

    /// <summary>A code of placement-funding.</summary>
    public required string Funding { get; init; }

    /// <summary>The most that a week may cost, in pence; null for no limit.</summary>
    public long? WeeklyLimitPence { get; init; }

    /// <summary>A code of consent-basis.</summary>
    public required string ConsentBasis { get; init; }

    /// <summary>A code of decision-capacity.</summary>
    public required string Capacity { get; init; }
}
