namespace Halton.Hub.Placement.Assessments;

/// <summary>One version of an assessment, as it was recorded. Rows are only ever added.</summary>
public sealed class AssessmentVersion
{
    /// <summary>The assessment.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What was found.</summary>
    public required AssessmentContent Content { get; init; }

    /// <summary>Moment of the assessment.</summary>
    public required DateTimeOffset AssessedAt { get; init; }

    /// <summary>Until when it could be offered on.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
