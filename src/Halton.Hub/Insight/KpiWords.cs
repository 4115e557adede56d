namespace Halton.Hub.Insight;

/// <summary>How units and statuses are written in rows and tables: <c>percent</c>, <c>no-data</c>.</summary>
internal static class KpiWords
{
    private static readonly Dictionary<string, KpiStatus> Statuses = Enum.GetValues<KpiStatus>().ToDictionary(Of);

    /// <summary>As it is written.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => (i > 0 && char.IsUpper(c) ? "-" : "") + char.ToLowerInvariant(c)));

    /// <summary>A status as it is read.</summary>
    public static KpiStatus Status(string written) => Statuses[written];
}
