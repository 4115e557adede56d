using GraphQL;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>A home's answer.</summary>
public sealed class AnswerOfferInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the offer, a UUID.</summary>
    [Id]
    public required string OfferId { get; init; }

    /// <summary>What the home says; UNSPECIFIED is refused.</summary>
    public required OfferAnswer Answer { get; init; }

    /// <summary>With DECLINE: code system dos-rejected-reasons. With DISPUTE: hub code system offer-dispute-reason. None with ACCEPT.</summary>
    public CodingInputGraph? Reason { get; init; }

    /// <summary>What the home says besides, at most 500 characters; required with reason 99 (other) and with DISPUTE.</summary>
    public string? Text { get; init; }

    /// <summary>Role of the one who answers, at most 60 characters, never a name.</summary>
    public required string AnsweredBy { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal AnswerOffer.Request Read() => new(RequestId, OfferId, Answer, Reason?.Read(), Text, AnsweredBy, Etag);
}
