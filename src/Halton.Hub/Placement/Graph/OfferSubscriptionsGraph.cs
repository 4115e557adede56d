using GraphQL;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be followed about offers.</summary>
public sealed class OfferSubscriptionsGraph(WatchOffers watch, PlacementWordsGraph words)
{
    /// <summary>
    /// Every change of offers that the caller may see, exactly once and in commit order. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE:
    /// RESYNC_REQUIRED (list again, then begin with the list's token). RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE:
    /// DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs scope system/Task.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="careHomeId">Only offers to this home, by the hub's id.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<OfferChangeGraph> OfferChanged(IResolveFieldContext context, [Id] string? careHomeId, string? resumeToken) =>
        context.Stream(watch.Run(context.Call(), careHomeId, resumeToken, context.CancellationToken), item => new OfferChangeGraph(item, words));
}
