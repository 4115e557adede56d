using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Referrals.Graph;

/// <summary>What can be followed about referrals.</summary>
public sealed class ReferralSubscriptionsGraph(WatchReferrals watch, ReferralWordsGraph words)
{
    /// <summary>
    /// Every change of referrals that the caller may see, exactly once and in commit order; approaching and breached clocks among them.
    /// INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE: RESYNC_REQUIRED (list again, then begin with the list's token).
    /// RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE: DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs scope
    /// system/ServiceRequest.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="service">Only referrals to this service.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<ReferralChangeGraph> ReferralChanged(IResolveFieldContext context, string? service, string? resumeToken) =>
        context.Stream(watch.Run(context.Call(), service, resumeToken, context.CancellationToken), item => new ReferralChangeGraph(item, words));
}
