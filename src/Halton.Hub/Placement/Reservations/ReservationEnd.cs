using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Ends reservations inside somebody's save: a bed is let go, or the person has moved in. The home's capacity is told with it.</summary>
public sealed class ReservationEnd(BedHolds holds)
{
    private const string Locked = "select r.* from placement.bed_reservation r where r.id = {0} for update of r";

    /// <summary>Lets the bed go; null when it is no longer held.</summary>
    /// <param name="save">The save.</param>
    /// <param name="id">The reservation.</param>
    /// <param name="reason">A code of bed-release-reason.</param>
    /// <param name="ct">Ends it early.</param>
    internal async Task<ReservationState?> Release(Save save, Guid id, string reason, CancellationToken ct) =>
        await Load(save, id, ct) is { } reservation ? await Release(save, reservation, reason, ct) : null;

    /// <summary>Lets the bed of a reservation go that is loaded and locked; null when it is no longer held.</summary>
    internal Task<ReservationState?> Release(Save save, BedReservation reservation, string reason, CancellationToken ct) =>
        End(save, reservation, BedHold.Released, PlacementEvents.Released, reason, ct);

    /// <summary>Notes that the person has moved in; null when the bed is no longer held.</summary>
    internal async Task<ReservationState?> Admit(Save save, Guid id, CancellationToken ct) =>
        await Load(save, id, ct) is { } reservation ? await End(save, reservation, BedHold.Admitted, PlacementEvents.Admitted, null, ct) : null;

    private static async Task<BedReservation?> Load(Save save, Guid id, CancellationToken ct) =>
        (await save.Db.Set<BedReservation>().FromSqlRaw(Locked, id).ToListAsync(ct)).SingleOrDefault();

    private async Task<ReservationState?> End(Save save, BedReservation reservation, string state, string kind, string? reason, CancellationToken ct)
    {
        if (await BedHolds.End(save, reservation.Id, state, ct) is not { } hold)
        {
            return null;
        }

        (reservation.Ended, reservation.ReleaseReason) = (true, reason);
        reservation.Changed(save.Now);
        var ended = save.Tell(kind, await ReservationForChange.State(save, reservation, hold, ct));
        await holds.Tell(save, reservation.HomeId, ct);
        return ended;
    }
}
