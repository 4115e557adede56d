namespace Halton.Hub.Insight;

/// <summary>What an indicator's value is measured in.</summary>
public enum KpiUnit
{
    /// <summary>Of a hundred, with one decimal.</summary>
    Percent,

    /// <summary>Days on average, with one decimal.</summary>
    Days,

    /// <summary>So many.</summary>
    Count,
}
