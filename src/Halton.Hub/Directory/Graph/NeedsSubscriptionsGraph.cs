using GraphQL;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>What can be followed about signpostings.</summary>
public sealed class NeedsSubscriptionsGraph(WatchSignpostings watch, GetSignpostings get, DirectoryTalkGraph talk)
{
    /// <summary>
    /// Signpostings that the caller sent or received, and their outcomes, exactly once and in commit order. Faults as of serviceChanged. Needs
    /// scope system/Task.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="resumeToken">Where to go on; absent means from now, and what was committed in the moment before may come along.</param>
    public IAsyncEnumerable<SignpostingChangeGraph> SignpostingChanged(IResolveFieldContext context, string? resumeToken = null) =>
        context.Stream(watch.Run(context.Call(), resumeToken, context.CancellationToken), item => new SignpostingChangeGraph(item, get, talk));
}
