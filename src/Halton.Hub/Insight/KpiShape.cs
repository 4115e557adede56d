namespace Halton.Hub.Insight;

/// <summary>How an indicator's value follows from what was counted.</summary>
internal enum KpiShape
{
    /// <summary>Those that count among those that could, of the whole and of each group.</summary>
    Share,

    /// <summary>Those that count among all; each group tells how many of all it is.</summary>
    Mix,

    /// <summary>How many.</summary>
    Count,

    /// <summary>Days, on average.</summary>
    Mean,
}
