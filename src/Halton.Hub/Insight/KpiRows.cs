namespace Halton.Hub.Insight;

/// <summary>How statuses stand in the rows of kept days.</summary>
internal static class KpiRows
{
    private static readonly Dictionary<string, KpiStatus> Statuses = new() { ["told"] = KpiStatus.Told, ["suppressed"] = KpiStatus.Suppressed, ["no-data"] = KpiStatus.NoData };

    /// <summary>As it is written.</summary>
    public static string Written(KpiStatus status) => Statuses.Single(pair => pair.Value == status).Key;

    /// <summary>As it is read.</summary>
    public static KpiStatus Read(string status) => Statuses[status];
}
