using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Reservations;

namespace Halton.Hub.Placement.Offers;

/// <summary>Takes an offer back, and lets the bed go. Faults: OFFER_NOT_FOUND, OFFER_ENDED, ETAG_MISMATCH.</summary>
public sealed class WithdrawOffer(OfferForChange offers, ReservationEnd end)
{
    /// <summary>Runs it once.</summary>
    public Task<OfferState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.OfferId, "offer_id");
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return offers.Run(call, requestId, request, id, etag, Withdraw, ct);

        async Task Withdraw(Save save, PlacementOffer offer, CareHome home)
        {
            offer.Withdraw("by-assessor", save.Now);
            save.Tell(PlacementEvents.Withdrawn, OfferState.Of(offer, home));
            await save.Db.SaveChangesAsync(ct);
            await end.Release(save, offer.ReservationId!.Value, "offer-withdrawn", ct);
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string OfferId, string Etag);
}
