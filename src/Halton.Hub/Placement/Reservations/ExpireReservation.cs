using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>
/// Takes note that the time of holds has run out, and tells of it. The bed has been free since that moment, whether or not anybody took note:
/// the clock of the database decides.
/// </summary>
public sealed class ExpireReservation(OneSave saves, HubReads reads, BedHolds holds)
{
    private const int Batch = 500;
    private const string Due = "select h.id from carehomes.bed_hold h where h.state = 'held' and h.held_until <= clock_timestamp() order by h.held_until, h.id limit $1";

    private const string Locked = "select r.* from placement.bed_reservation r where r.id = {0} for update";

    /// <summary>Runs it for a firing; answers how many had run out.</summary>
    public async Task<Clock.RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        var due = await reads.Look(clock.Call, WalledBatch.Command(Due, Batch), row => row.GetGuid(0), id => id, null, ct);
        foreach (var id in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"{id}"), new Ran(id), async save => await Note(save, id, ct) ?? new Ran(id), ran => ran.Id, ct);
        }

        return RunCounts.Of(("reservations expired", due.Count));
    }

    /// <summary>Takes note of some inside a save of the assessors whose they are.</summary>
    internal async Task Note(Save save, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            await Note(save, id, ct);
        }
    }

    private async Task<Ran?> Note(Save save, Guid id, CancellationToken ct)
    {
        var reservation = (await save.Db.Set<BedReservation>().FromSqlRaw(Locked, id).ToListAsync(ct)).SingleOrDefault();
        if (reservation is null || await BedHolds.Expire(save, id, ct) is not { } hold)
        {
            return null;
        }

        reservation.Ended = true;
        reservation.Changed(save.Now);
        save.Tell(PlacementEvents.HoldExpired, await ReservationForChange.State(save, reservation, hold, ct));
        await holds.Tell(save, reservation.HomeId, ct);
        return new Ran(id);
    }

    private sealed record Ran(Guid Id);
}
