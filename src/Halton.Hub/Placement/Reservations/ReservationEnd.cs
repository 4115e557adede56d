using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Ends reservations inside somebody's save: a bed is let go, or the person has moved in. The home's capacity is told with it.</summary>
public sealed class ReservationEnd(BedHolds holds)
{
    private const string Locked = "select r.* from placement.bed_reservation r where r.id = {0} for update of r";

    /// <summary>Lets the bed go; false when it is no longer held.</summary>
    /// <param name="save">The save.</param>
    /// <param name="id">The reservation.</param>
    /// <param name="reason">A code of bed-release-reason.</param>
    /// <param name="ct">Ends it early.</param>
    internal Task<bool> Release(Save save, Guid id, string reason, CancellationToken ct) => End(save, id, BedHold.Released, PlacementEvents.Released, reason, ct);

    /// <summary>Notes that the person has moved in; false when the bed is no longer held.</summary>
    internal Task<bool> Admit(Save save, Guid id, CancellationToken ct) => End(save, id, BedHold.Admitted, PlacementEvents.Admitted, null, ct);

    private async Task<bool> End(Save save, Guid id, string state, string kind, string? reason, CancellationToken ct)
    {
        var found = await save.Db.Set<BedReservation>().FromSqlRaw(Locked, id).ToListAsync(ct);
        if (found is not [var reservation] || await BedHolds.End(save, id, state, ct) is null)
        {
            return false;
        }

        (reservation.Ended, reservation.ReleaseReason) = (true, reason);
        reservation.Changed(save.Now);
        save.Tell(kind, await ReservationForChange.State(save, reservation, ct));
        await holds.Tell(save, reservation.HomeId, ct);
        return true;
    }
}
