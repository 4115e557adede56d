using GraphQL;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to let a bed go.</summary>
public sealed class ReleaseBedInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the reservation, a UUID.</summary>
    [Id]
    public required string ReservationId { get; init; }

    /// <summary>Hub code system bed-release-reason.</summary>
    public required CodingInputGraph Reason { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ReleaseBed.Request Read() => new(RequestId, ReservationId, Reason.Read(), Etag);
}
