using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Lets a held bed go. Faults: RESERVATION_NOT_FOUND, RESERVATION_ENDED, ETAG_MISMATCH and those of codes.</summary>
public sealed class ReleaseBed(ReservationForChange reservations, ReservationEnd end, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ReservationState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.ReservationId, "reservation_id");
        var reason = codes.Check(check, "reason", PlacementCodes.ReleaseReason, request.Reason, clock.Today(), required: true)?.Code;
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return reservations.Run(call, requestId, request, id, etag, (save, reservation) => end.Release(save, reservation, reason!, ct), ct);
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReservationId, Coding? Reason, string Etag);
}
