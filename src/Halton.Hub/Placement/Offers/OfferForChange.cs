using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>Changes an offer: loads it for a party, locked, lets one rule run, and answers with what that party may see.</summary>
public sealed class OfferForChange(OneSave saves)
{
    private const string Locked = "select o.* from placement.offer o where o.id = {0} and {1} in (o.home_organization, o.assessor, o.council) for update of o";

    /// <summary>Runs a change of one offer. Faults: OFFER_NOT_FOUND, ETAG_MISMATCH.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's id of the request.</param>
    /// <param name="request">The checked request.</param>
    /// <param name="id">The offer.</param>
    /// <param name="etag">The etag that the caller saw.</param>
    /// <param name="rule">Changes the offer, tells of it, and does what follows; or throws a fault.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<OfferState> Run<TRequest>(Call call, Guid requestId, TRequest request, Guid id, string etag, Func<Save, PlacementOffer, CareHome, Task> rule, CancellationToken ct) =>
        saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var (offer, home) = await Load(save, id, etag, ct);
                await rule(save, offer, home);
                return OfferState.Of(offer, home).SeenFrom(call.Organization);
            },
            state => state.Id,
            ct);

    /// <summary>Loads an offer of the caller's, locked. Faults: OFFER_NOT_FOUND, ETAG_MISMATCH.</summary>
    internal static async Task<(PlacementOffer Offer, CareHome Home)> Load(Save save, Guid id, string etag, CancellationToken ct)
    {
        var found = await save.Db.Set<PlacementOffer>().FromSqlRaw(Locked, id, save.Organization).ToListAsync(ct);
        var offer = found is [var one] ? one : throw PlacementFaults.OfferNotFound();
        return offer.Etag == etag
            ? (offer, await save.Db.Set<CareHome>().SingleAsync(h => h.Id == offer.HomeId, ct))
            : throw Fault.StaleEtag(offer.Etag);
    }
}
