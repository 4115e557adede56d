using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>The rows of the table of promises that can be measured here.</summary>
internal static class AllRows
{
    private static readonly (string Name, Func<BenchOptions, CancellationToken, Task<RowResult>> Measure)[] All =
    [
        ("discharge-status", DischargeStatusRow.Measure),
        ("discharge-status-scale", DischargeStatusScaleRow.Measure),
        ("start-and-memory", StartAndMemoryRow.Measure),
        ("directory-search", DirectorySearchRow.Measure),
        ("hostile-documents", HostileDocumentsRow.Measure),
        ("capacity-feed", CapacityFeedRow.Measure),
        ("capacity-watch", CapacityWatchRow.Measure),
        ("match-homes", MatchHomesRow.Measure),
        ("reservations", ReservationsRow.Measure),
        ("fhir-read", FhirReadRow.Measure),
        ("referrals", ReferralsRow.Measure),
        ("referral-queue", ReferralQueueRow.Measure),
        ("board-round", BoardRoundRow.Measure),
        ("import", ImportRow.Measure),
        ("journey", JourneyRow.Measure),
        ("kpis", KpisRow.Measure),
    ];

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => All.Select(row => row.Name);

    /// <summary>Those asked for; all when none was.</summary>
    public static IEnumerable<(string Name, Func<BenchOptions, CancellationToken, Task<RowResult>> Measure)> Of(string[] asked) =>
        All.Where(row => asked.Length == 0 || asked.Contains(row.Name));
}
