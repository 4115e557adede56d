using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Clock;

/// <summary>
/// The clock as a caller of operations, for one firing of one job: <c>SYSTEM:</c> and the job's name, of no kind of organisation, so that
/// no door lets it in and no partner can be it. What it changes counts only while the firing's fence holds.
/// </summary>
/// <param name="fence">The firing.</param>
/// <param name="traceId">Finds the run's log lines and trace.</param>
public sealed class ClockCaller(Fence fence, string traceId)
{
    /// <summary>Begins the names of the hub's own callers.</summary>
    public const string Prefix = "SYSTEM:";

    /// <summary>Operations of the health service itself, the one purpose that the clock looks at records for.</summary>
    private const string Purpose = "HOPERAT";

    private static readonly HashSet<string> Purposes = [Purpose];

    private readonly Caller caller = new(Prefix + fence.Job, Prefix + fence.Job, null, ScopeSet.None, Purposes, "clock", DateTimeOffset.MaxValue);
    private readonly AccessRule rule = new(fence.Job, [], "Task", 'u', new HashSet<OrganizationKind>(), Purposes, "the hub's own clock");

    /// <summary>The moment that the firing stands for: the same for each run of it.</summary>
    public DateTimeOffset Slot => fence.Slot;

    /// <summary>The firing's right to write.</summary>
    internal Fence Fence => fence;

    /// <summary>A call by the job, a fresh one for each look or save.</summary>
    public Call Call => new(caller, rule, Purpose, traceId) { Fence = fence };

    /// <summary>
    /// The request id of one of the firing's saves. A run of the same slot gives the same ids, so that a save repeated after a node's death
    /// gets the first answer; the save's request must then be the same too.
    /// </summary>
    /// <param name="part">Tells the saves of one firing apart, for example the record's id.</param>
    public Guid RequestId(string part) => NamedId.Of($"{fence.Job}\n{fence.Slot.UtcDateTime:O}\n{part}");
}
