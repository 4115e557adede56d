using Halton.Hub.Clock;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>One run of the sync under way: whom it asks, what it knows, what it came to.</summary>
internal sealed class CqcRun(ICqcSource source, ClockCaller clock, DateTimeOffset now)
{
    /// <summary>After so many failures in a row it is the source that fails, and nothing more is asked of it.</summary>
    private const int MostFailuresInARow = 20;

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private int inARow;
    private string first = "";

    public ICqcSource Source => source;

    public ClockCaller Clock => clock;

    /// <summary>When it began: changes after this are the next run's.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Successors of homes that the hub knows: taken up wherever they lie.</summary>
    public HashSet<string> Successors { get; } = new(StringComparer.Ordinal);

    /// <summary>Homes that CQC no longer knows.</summary>
    public List<string> Vanished { get; } = [];

    /// <summary>Providers that were asked for.</summary>
    public HashSet<string> Providers { get; } = new(StringComparer.Ordinal);

    public long Asked { get; private set; }

    public long TakenUp { get; set; }

    public long Changed { get; set; }

    public long Unchanged { get; set; }

    public long Removed { get; set; }

    public long Failed { get; private set; }

    /// <summary>Whether the source is given up.</summary>
    public bool GivenUp => inARow >= MostFailuresInARow;

    /// <summary>Those of the ids that this run has not asked for yet; from now on it has.</summary>
    public List<string> Ask(IEnumerable<string> ids)
    {
        var fresh = ids.Where(taken.Add).ToList();
        Asked += fresh.Count;
        return fresh;
    }

    /// <summary>Notes that something was answered.</summary>
    public void Succeed() => inARow = 0;

    /// <summary>Notes that something failed; the run goes on.</summary>
    public void Fail(Fault fault)
    {
        first = Failed == 0 ? fault.Reason : first;
        (Failed, inARow) = (Failed + 1, inARow + 1);
    }

    /// <summary>What it came to. Fault: CQC_SYNC_INCOMPLETE when anything failed.</summary>
    public RunCounts End() => Failed == 0
        ? RunCounts.Of(("asked", Asked), ("taken up", TakenUp), ("changed", Changed), ("unchanged", Unchanged), ("removed", Removed))
        : throw CqcFaults.Incomplete(Failed, first);
}
