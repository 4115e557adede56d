using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>What can be followed about discharges.</summary>
public sealed class DischargeSubscriptionsGraph(WatchDischarges watch, DischargeWordsGraph words)
{
    /// <summary>
    /// Every change to discharges that the caller may see, exactly once and in commit order. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE:
    /// RESYNC_REQUIRED (list again, then begin with the list's token). RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE:
    /// DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs scope system/Encounter.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="site">Only this ODS site code.</param>
    /// <param name="ward">Only this ward.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<DischargeChangeGraph> DischargeChanged(IResolveFieldContext context, string? site, string? ward, string? resumeToken) =>
        context.Stream(watch.Run(context.Call(), Given(site), Given(ward), resumeToken, context.CancellationToken), item => new DischargeChangeGraph(item, words));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
