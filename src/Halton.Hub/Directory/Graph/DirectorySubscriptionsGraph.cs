using GraphQL;
using Halton.Hub.Directory.Finding;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>What can be followed in the directory.</summary>
public sealed class DirectorySubscriptionsGraph(WatchServices watchServices, DirectoryTalkGraph talk)
{
    /// <summary>
    /// Every change to services, exactly once and in commit order. INVALID_ARGUMENT: RESUME_TOKEN_INVALID. OUT_OF_RANGE: RESYNC_REQUIRED.
    /// RESOURCE_EXHAUSTED: TOO_MANY_WATCHES, WATCH_TOO_SLOW. UNAVAILABLE: DRAINING. UNAUTHENTICATED: TOKEN_EXPIRED. Needs scope
    /// system/HealthcareService.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="serviceIds">Only these services, at most 100.</param>
    /// <param name="organizationId">Only services of this organisation.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<ServiceChangeGraph> ServiceChanged(
        IResolveFieldContext context, [Id] IReadOnlyList<string>? serviceIds = null, [Id] string? organizationId = null, string? resumeToken = null) =>
        context.Stream(
            watchServices.Run(context.Call(), serviceIds ?? [], organizationId, resumeToken, context.CancellationToken), item => new ServiceChangeGraph(item, talk));
}
