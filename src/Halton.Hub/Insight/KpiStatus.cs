namespace Halton.Hub.Insight;

/// <summary>Whether a figure is given, and if not, why.</summary>
public enum KpiStatus
{
    /// <summary>It is given.</summary>
    Told,

    /// <summary>It is under 5, or would tell of one that is.</summary>
    Suppressed,

    /// <summary>There is nothing on record to count; that is not zero.</summary>
    NoData,

    /// <summary>The day has not been counted.</summary>
    NotCounted,
}
