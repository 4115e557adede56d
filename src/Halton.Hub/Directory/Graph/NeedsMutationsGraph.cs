using GraphQL;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>What can be recorded about needs: never who asked.</summary>
public sealed class NeedsMutationsGraph(RecordSignposting record, RecordSignpostingOutcome recordOutcome, DirectoryTalkGraph talk)
{
    /// <summary>
    /// Records that somebody was pointed to a service for a need, or that nothing was found. A note that looks as if it could lead to a person is
    /// refused (LOOKS_LIKE_A_PERSON). Needs scope system/Task.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The signposting.</param>
    public async Task<SignpostingGraph> RecordSignposting(IResolveFieldContext context, RecordSignposting.Request input) =>
        new(await record.Run(context.Call(), input, context.CancellationToken), talk);

    /// <summary>
    /// Records what became of a signposting; by whoever recorded it or keeps the service's entry, for all others it is not there (NOT_FOUND).
    /// ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The outcome.</param>
    public async Task<SignpostingGraph> RecordSignpostingOutcome(IResolveFieldContext context, RecordSignpostingOutcome.Request input) =>
        new(await recordOutcome.Run(context.Call(), input, context.CancellationToken), talk);
}
