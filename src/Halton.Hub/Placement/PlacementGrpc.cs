using Grpc.Core;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement;

/// <summary>The gRPC door of the placement slice: each rpc is one operation; the words are turned in <see cref="PlacementMessages"/>.</summary>
public sealed class PlacementGrpc(
    RecordPlacement record,
    RecordPlacementReview review,
    EndPlacement end,
    GetPlacement get,
    ListPlacements list,
    PlacementMessages messages,
    ReserveBed reserve,
    ExtendReservation extend,
    ReleaseBed release,
    GetReservation getReservation,
    ListReservations listReservations,
    ReservationMessages reservations)
    : PlacementService.PlacementServiceBase
{
    /// <inheritdoc />
    public override async Task<Wire.Placement> RecordPlacement(RecordPlacementRequest request, ServerCallContext context) =>
        messages.Tell(await record.Run(context.Call(), PlacementRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Placement> RecordPlacementReview(RecordPlacementReviewRequest request, ServerCallContext context) =>
        messages.Tell(await review.Run(context.Call(), PlacementRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Placement> EndPlacement(EndPlacementRequest request, ServerCallContext context) =>
        messages.Tell(await end.Run(context.Call(), PlacementRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Placement> GetPlacement(GetPlacementRequest request, ServerCallContext context) =>
        messages.Tell(await get.Run(context.Call(), request.PlacementId, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListPlacementsResponse> ListPlacements(ListPlacementsRequest request, ServerCallContext context)
    {
        var page = await list.Run(context.Call(), PlacementRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListPlacementsResponse { Placements = { page.Placements.Select(messages.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Reservation> ReserveBed(ReserveBedRequest request, ServerCallContext context) =>
        reservations.Tell(await reserve.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Reservation> ExtendReservation(ExtendReservationRequest request, ServerCallContext context) =>
        reservations.Tell(await extend.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Reservation> ReleaseBed(ReleaseBedRequest request, ServerCallContext context) =>
        reservations.Tell(await release.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Reservation> GetReservation(GetReservationRequest request, ServerCallContext context) =>
        reservations.Tell(await getReservation.Run(context.Call(), request.ReservationId, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListReservationsResponse> ListReservations(ListReservationsRequest request, ServerCallContext context)
    {
        var page = await listReservations.Run(context.Call(), ReservationRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListReservationsResponse { Reservations = { page.Reservations.Select(reservations.Tell) }, NextPageToken = page.NextPageToken };
    }
}
