namespace Halton.Hub.Placement.Matching;

/// <summary>How many points each part of a score can give; together 100. The latest version counts; a change is a new version.</summary>
public sealed class MatchWeights
{
    /// <summary>Counts from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Points for lying near.</summary>
    public required double Distance { get; init; }

    /// <summary>Points for fresh numbers.</summary>
    public required double Freshness { get; init; }

    /// <summary>Points for CQC's rating.</summary>
    public required double Cqc { get; init; }

    /// <summary>Points for councils' quality assessment (PAMMS).</summary>
    public required double Pamms { get; init; }

    /// <summary>Points for lying in the borough.</summary>
    public required double InBorough { get; init; }

    /// <summary>Points for being a home that the person named.</summary>
    public required double Preference { get; init; }

    /// <summary>Points for going back to where the person lived, or near to a partner, family or the general practice.</summary>
    public required double Continuity { get; init; }

    /// <summary>Points for what a week costs against what may be spent.</summary>
    public required double Price { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }
}
