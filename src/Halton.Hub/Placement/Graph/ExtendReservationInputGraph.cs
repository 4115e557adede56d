using GraphQL;
using Halton.Hub.Placement.Reservations;

namespace Halton.Hub.Placement.Graph;

/// <summary>Asks to hold a held bed longer.</summary>
public sealed class ExtendReservationInputGraph
{
    /// <summary>Idempotency key, a UUID: the same id with the same input gives the first answer again. AIP-155.</summary>
    [Id]
    public required string RequestId { get; init; }

    /// <summary>The hub's id of the reservation, a UUID.</summary>
    [Id]
    public required string ReservationId { get; init; }

    /// <summary>For how many minutes from now, from 5.</summary>
    public required int Minutes { get; init; }

    /// <summary>The etag last seen.</summary>
    public required string Etag { get; init; }

    /// <summary>As the operation takes it.</summary>
    internal ExtendReservation.Request Read() => new(RequestId, ReservationId, Minutes, Etag);
}
