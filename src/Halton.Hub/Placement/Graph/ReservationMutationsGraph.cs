using GraphQL;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be changed about reservations. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class ReservationMutationsGraph(ReserveBed reserve, ExtendReservation extend, ReleaseBed release, PlacementWordsGraph words)
{
    /// <summary>
    /// Holds a bed for a person: of the home that is named, or of the first of a list that has one. FAILED_PRECONDITION: NO_BED_AVAILABLE,
    /// CAPACITY_UNKNOWN, NOT_ACCEPTING, NO_AGREEMENT, SANCTIONED, NOT_VALIDATED, ASSESSMENT_OUT_OF_DATE. ALREADY_EXISTS: BED_ALREADY_HELD.
    /// RESOURCE_EXHAUSTED: TOO_MANY_RESERVATIONS. Needs scope system/Task.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The bed.</param>
    public async Task<ReservationGraph> ReserveBed(IResolveFieldContext context, ReserveBedInputGraph input) =>
        new(await reserve.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Holds a held bed longer. FAILED_PRECONDITION: RESERVATION_ENDED, HELD_LONG_ENOUGH. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The reservation.</param>
    public async Task<ReservationGraph> ExtendReservation(IResolveFieldContext context, ExtendReservationInputGraph input) =>
        new(await extend.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Lets a held bed go. FAILED_PRECONDITION: RESERVATION_ENDED. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The reservation.</param>
    public async Task<ReservationGraph> ReleaseBed(IResolveFieldContext context, ReleaseBedInputGraph input) =>
        new(await release.Run(context.Call(), input.Read(), context.CancellationToken), words);
}
