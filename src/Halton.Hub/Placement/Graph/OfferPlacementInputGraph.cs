using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to offer a placement.</summary>
public sealed class OfferPlacementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the reservation, a UUID.</summary>
    [Id]
    public required string ReservationId { get; init; }

    /// <summary>Day on which the person is to move in, from today to 14 days ahead.</summary>
    public required DateOnly AdmissionOn { get; init; }

    /// <summary>Within how many hours the home is to answer; absent means the policy's usual time (24). Never beyond the reservation.</summary>
    public int? AnswerWithinHours { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal OfferPlacement.Request Read() => new(RequestId, ReservationId, WrittenDay.Of(AdmissionOn), AnswerWithinHours ?? 0);
}
