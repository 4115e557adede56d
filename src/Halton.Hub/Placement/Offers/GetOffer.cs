using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Offers;

/// <summary>Tells one offer. Not found and not yours are the same fault: OFFER_NOT_FOUND.</summary>
public sealed class GetOffer(HubReads reads)
{
    /// <summary>Answers, after the look is on record.</summary>
    public async Task<OfferState> Run(Call call, string? offerId, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(offerId, "offer_id");
        check.Settle();
        var query = WalledBatch.Command($"{OfferSql.Select} where o.id = $1 and o.{PlacementPolicy.Column(call.Caller)} = $2", id, call.Organization);
        var found = await reads.Look(call, query, OfferSql.Read, o => o.Id, null, ct);
        return found is [var one] ? one.SeenFrom(call.Organization) : throw PlacementFaults.OfferNotFound();
    }
}
