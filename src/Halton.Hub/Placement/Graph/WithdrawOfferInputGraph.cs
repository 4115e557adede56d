using GraphQL;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to take an offer back.</summary>
public sealed class WithdrawOfferInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the offer, a UUID.</summary>
    [Id]
    public required string OfferId { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal WithdrawOffer.Request Read() => new(RequestId, OfferId, Etag);
}
