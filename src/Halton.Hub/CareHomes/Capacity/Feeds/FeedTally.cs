using Halton.Hub.Clock;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>What came of the extracts of one firing.</summary>
internal sealed class FeedTally
{
    private int taken;
    private int homes;
    private int rows;
    private int unchanged;
    private int refused;

    /// <summary>Extracts that were not taken at all.</summary>
    public int Rejected { get; set; }

    /// <summary>Addresses that could not be reached.</summary>
    public int Unreachable { get; set; }

    /// <summary>As the history keeps it.</summary>
    public RunCounts Counts => RunCounts.Of(
        ("feeds taken", taken),
        ("feeds rejected", Rejected),
        ("feeds unreachable", Unreachable),
        ("homes returned", homes),
        ("rows taken", rows),
        ("rows unchanged", unchanged),
        ("rows refused", refused));

    /// <summary>Counts one extract.</summary>
    public void Add(FeedReport report)
    {
        Rejected += report.IsRejected ? 1 : 0;
        taken += report.IsRejected ? 0 : 1;
        homes += report.Homes;
        rows += report.Taken;
        unchanged += report.Unchanged;
        refused += report.Refused;
    }
}
