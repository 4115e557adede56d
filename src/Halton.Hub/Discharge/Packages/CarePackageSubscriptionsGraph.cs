using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>What can be followed about care packages.</summary>
public sealed class CarePackageSubscriptionsGraph(WatchCarePackages watch)
{
    /// <summary>
    /// Every change of care packages that the caller may see, exactly once and in commit order. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE: RESYNC_REQUIRED
    /// (list again, then begin with the list's token). Needs scope system/CarePlan.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<CarePackageChangeGraph> CarePackageChanged(IResolveFieldContext context, string? resumeToken) =>
        context.Stream(watch.Run(context.Call(), resumeToken, context.CancellationToken), item => new CarePackageChangeGraph(item));
}
