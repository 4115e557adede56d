using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Changes a reservation of the caller's: loads it, locked, lets one rule change its hold, and answers with what it has become.</summary>
public sealed class ReservationForChange(OneSave saves)
{
    private const string Locked = "select r.* from placement.bed_reservation r where r.id = {0} and r.assessor = {1} for update of r";

    /// <summary>Runs a change of one reservation. Faults: RESERVATION_NOT_FOUND, ETAG_MISMATCH, RESERVATION_ENDED.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's id of the request.</param>
    /// <param name="request">The checked request.</param>
    /// <param name="id">The reservation.</param>
    /// <param name="etag">The etag that the caller saw.</param>
    /// <param name="rule">Changes the hold, tells of it and answers with what it has become; null when the bed is no longer held.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<ReservationState> Run<TRequest>(
        Call call, Guid requestId, TRequest request, Guid id, string etag, Func<Save, BedReservation, Task<ReservationState?>> rule, CancellationToken ct) =>
        saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var found = await save.Db.Set<BedReservation>().FromSqlRaw(Locked, id, call.Organization).ToListAsync(ct);
                var reservation = found is [var one] ? one : throw PlacementFaults.ReservationNotFound();
                if (reservation.Etag != etag)
                {
                    throw Fault.StaleEtag(reservation.Etag);
                }

                return await rule(save, reservation) ?? throw PlacementFaults.ReservationEnded();
            },
            state => state.Id,
            ct);

    /// <summary>A reservation as the save has left it.</summary>
    internal static async Task<ReservationState> State(Save save, BedReservation reservation, BedHold hold, CancellationToken ct)
    {
        var home = await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == reservation.HomeId, ct);
        return ReservationState.Of(reservation, hold, home);
    }
}
