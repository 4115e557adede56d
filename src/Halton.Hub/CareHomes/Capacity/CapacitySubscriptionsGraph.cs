using GraphQL;
using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What can be followed about capacity.</summary>
public sealed class CapacitySubscriptionsGraph(WatchCapacity watch, CareHomeWordsGraph words)
{
    /// <summary>
    /// Every change of capacity that the caller may see, exactly once and in commit order. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE:
    /// RESYNC_REQUIRED (list again, then begin with the list's token). RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE:
    /// DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs scope system/Location.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="localAuthority">GSS code of the local authority where the homes lie.</param>
    /// <param name="bedType">Only homes with this kind of bed, a code of bed-type.</param>
    /// <param name="careHomeIds">Only these homes, by the hub's id, at most 100.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<CapacityChangeGraph> CapacityChanged(
        IResolveFieldContext context, string? localAuthority = null, string? bedType = null, [Id] IReadOnlyList<string>? careHomeIds = null, string? resumeToken = null) => context.Stream(
        watch.RunEach(context.Call(), new WatchCapacity.Request(localAuthority, bedType, careHomeIds ?? [], resumeToken), context.CancellationToken),
        item => new CapacityChangeGraph(item, words));
}
