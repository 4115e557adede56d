using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// Records that somebody looked whether the placement is still right; the next review is due a year later. Faults: PLACEMENT_NOT_FOUND,
/// PLACEMENT_ENDED, REVIEWED_BEFORE, ETAG_MISMATCH.
/// </summary>
public sealed class RecordPlacementReview(PlacementForChange placements, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<PlacementState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.PlacementId, "placement_id");
        var on = check.PastDay(request.ReviewedOn, "reviewed_on", clock.Today());
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return placements.Run(call, requestId, request, id, etag, PlacementEvents.Reviewed, placement => placement.Review(on), ct);
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string PlacementId, string ReviewedOn, string Etag);
}
