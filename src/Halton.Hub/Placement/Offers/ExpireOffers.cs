using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Placement.Reservations;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>Ends offers that no home has answered in time, lets their beds go, and tells of it. An answer after that time is refused, whether or not this has run.</summary>
public sealed class ExpireOffers(OneSave saves, HubReads reads, ReservationEnd end, TimeProvider time)
{
    private const string Due = "select o.id from placement.offer o where o.state = 'offered' and o.answer_by <= $1 order by o.answer_by, o.id limit 500";
    private const string Locked = "select o.* from placement.offer o where o.id = {0} and o.state = 'offered' for update of o";

    /// <summary>Runs it for a firing; answers how many had run out.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        var due = await reads.Look(clock.Call, WalledBatch.Command(Due, time.GetUtcNow()), row => row.GetGuid(0), id => id, null, ct);
        foreach (var id in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"offer {id}"), new Ran(id), save => Expire(save, id, ct), ran => ran.Id, ct);
        }

        return RunCounts.Of(("offers expired", due.Count));
    }

    private async Task<Ran> Expire(Save save, Guid id, CancellationToken ct)
    {
        var found = await save.Db.Set<PlacementOffer>().FromSqlRaw(Locked, id).ToListAsync(ct);
        if (found is [var offer])
        {
            offer.Expire(save.Now);
            save.Tell(PlacementEvents.OfferExpired, OfferState.Of(offer, await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == offer.HomeId, ct)));
            await save.Db.SaveChangesAsync(ct);
            await end.Release(save, offer.ReservationId!.Value, "not-needed", ct);
        }

        return new Ran(id);
    }

    private sealed record Ran(Guid Id);
}
