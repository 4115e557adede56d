using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>Ends a placement. Faults: PLACEMENT_NOT_FOUND, PLACEMENT_ENDED, ENDED_BEFORE_STARTED, ETAG_MISMATCH and those of codes.</summary>
public sealed class EndPlacement(PlacementForChange placements, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<PlacementState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.PlacementId, "placement_id");
        var on = check.PastDay(request.EndedOn, "ended_on", clock.Today());
        var reason = codes.Check(check, "reason", PlacementCodes.EndReason, request.Reason, on, required: true)?.Code;
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return placements.Run(call, requestId, request, id, etag, PlacementEvents.Ended, placement => placement.End(on, reason!), ct);
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string PlacementId, string EndedOn, Coding? Reason, string Etag);
}
