using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>
/// Holds a held bed longer, never beyond the longest time, which counts from when it was first held. Faults: RESERVATION_NOT_FOUND,
/// RESERVATION_ENDED, HELD_LONG_ENOUGH, ETAG_MISMATCH.
/// </summary>
public sealed class ExtendReservation(ReservationForChange reservations, BedHolds holds, FlowPolicies policies)
{
    private const int LeastMinutes = 5;

    /// <summary>Runs it once.</summary>
    public async Task<ReservationState> Run(Call call, Request request, CancellationToken ct)
    {
        var most = (await policies.Now(ct)).AcceptedHoldHours * 60;
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.ReservationId, "reservation_id");
        check.That(request.Minutes >= LeastMinutes && request.Minutes <= most, "minutes", "OUT_OF_RANGE", $"From {LeastMinutes} to {most}.");
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return await reservations.Run(call, requestId, request, id, etag, Extend, ct);

        async Task<ReservationState?> Extend(Save save, BedReservation reservation)
        {
            var before = await save.Db.Set<BedHold>().Where(h => h.Id == id).Select(h => h.HeldUntil).SingleAsync(ct);
            if (await BedHolds.Extend(save, id, TimeSpan.FromMinutes(request.Minutes), reservation.LongestUntil, ct) is not { } hold)
            {
                return null;
            }

            if (hold.HeldUntil == before)
            {
                throw PlacementFaults.HeldLongEnough();
            }

            reservation.Changed(save.Now);
            var extended = save.Tell(PlacementEvents.Extended, await ReservationForChange.State(save, reservation, hold, ct));
            await holds.Tell(save, reservation.HomeId, ct);
            return extended;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReservationId, int Minutes, string Etag);
}
