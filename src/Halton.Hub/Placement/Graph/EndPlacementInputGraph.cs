using GraphQL;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to end a placement.</summary>
public sealed class EndPlacementInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the placement, a UUID.</summary>
    [Id]
    public required string PlacementId { get; init; }

    /// <summary>Last day, not in the future and not before the first.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Hub code system placement-end-reason.</summary>
    public required CodingInputGraph Reason { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal EndPlacement.Request Read() => new(RequestId, PlacementId, WrittenDay.Of(EndedOn), Reason.Read(), Etag);
}
