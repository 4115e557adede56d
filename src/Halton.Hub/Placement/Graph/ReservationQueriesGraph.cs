using GraphQL;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be asked about reservations.</summary>
public sealed class ReservationQueriesGraph(GetReservation get, ListReservations list, PlacementWordsGraph words)
{
    /// <summary>How <c>node</c> finds a reservation.</summary>
    internal static readonly NodeType Node = new(
        ReservationGraph.TypeName, "care/Query.reservation", (context, id) => context.RequestServices!.GetRequiredService<ReservationQueriesGraph>().Find(context, id));

    /// <summary>One reservation. NOT_FOUND: there is none, or it is not yours to see. Needs scope system/Task.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="reservationId">The hub's id, a UUID.</param>
    public async Task<ReservationGraph> Reservation(IResolveFieldContext context, [Id] string reservationId) =>
        new(await get.Run(context.Call(), reservationId, context.CancellationToken), words);

    /// <summary>
    /// Lists reservations, the one that must end first at the top. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or
    /// another filter). Needs scope system/Task.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which reservations; absent means all that are held.</param>
    public async Task<ReservationConnectionGraph> Reservations(IResolveFieldContext context, int first = 20, string? after = null, ReservationFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new ReservationFilter(), first, after, context.CancellationToken), words);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) => new ReservationGraph(await get.Run(context.Call(), id.ToString(), context.CancellationToken), words);
}
