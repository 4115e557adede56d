using GraphQL;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be changed about placements. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class PlacementMutationsGraph(RecordPlacement record, RecordPlacementReview review, EndPlacement end, PlacementWordsGraph words)
{
    /// <summary>
    /// Records that a person lives in a care home for the council. A home outside its area gets its validation opened. ALREADY_EXISTS:
    /// PLACEMENT_ALREADY_RECORDED, ALREADY_PLACED. NOT_FOUND: CARE_HOME_NOT_FOUND. FAILED_PRECONDITION: NOT_A_CARE_HOME. Needs scope
    /// system/EpisodeOfCare.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The placement.</param>
    public async Task<PlacementGraph> RecordPlacement(IResolveFieldContext context, RecordPlacementInputGraph input) =>
        words.Tell(await record.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Records that the placement was reviewed; the next review is due a year later. FAILED_PRECONDITION: PLACEMENT_ENDED. ABORTED:
    /// ETAG_MISMATCH. Needs scope system/EpisodeOfCare.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The review.</param>
    public async Task<PlacementGraph> RecordPlacementReview(IResolveFieldContext context, RecordPlacementReviewInputGraph input) =>
        words.Tell(await review.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>Ends a placement. FAILED_PRECONDITION: PLACEMENT_ENDED. ABORTED: ETAG_MISMATCH. Needs scope system/EpisodeOfCare.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The end.</param>
    public async Task<PlacementGraph> EndPlacement(IResolveFieldContext context, EndPlacementInputGraph input) =>
        words.Tell(await end.Run(context.Call(), input.Read(), context.CancellationToken));
}
