using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to record a review of a placement.</summary>
public sealed class RecordPlacementReviewInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the placement, a UUID.</summary>
    [Id]
    public required string PlacementId { get; init; }

    /// <summary>Day of the review, not in the future and not before the latest.</summary>
    public required DateOnly ReviewedOn { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal RecordPlacementReview.Request Read() => new(RequestId, PlacementId, WrittenDay.Of(ReviewedOn), Etag);
}
