using Grpc.Core;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Matching;
using Halton.Hub.Placement.Offers;
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
    ReservationMessages reservations,
    RecordAssessment recordAssessment,
    GetAssessment getAssessment,
    ListAssessments listAssessments,
    AssessmentMessages assessments,
    OfferPlacement offer,
    AnswerOffer answer,
    WithdrawOffer withdraw,
    GetOffer getOffer,
    ListOffers listOffers,
    WatchOffers watchOffers,
    ConfirmPlacement confirm,
    OfferMessages offers,
    MatchHomes match,
    ListReturnCandidates listReturnCandidates,
    MatchMessages matches)
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
    public override async Task<Wire.Reservation> ReserveBed(ReserveBedRequest request, ServerCallContext context) =>
        reservations.Tell(await reserve.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Reservation> ExtendReservation(ExtendReservationRequest request, ServerCallContext context) =>
        reservations.Tell(await extend.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Reservation> ReleaseBed(ReleaseBedRequest request, ServerCallContext context) =>
        reservations.Tell(await release.Run(context.Call(), ReservationRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Reservation> GetReservation(GetReservationRequest request, ServerCallContext context) =>
        reservations.Tell(await getReservation.Run(context.Call(), request.ReservationId, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListReservationsResponse> ListReservations(ListReservationsRequest request, ServerCallContext context)
    {
        var page = await listReservations.Run(context.Call(), ReservationRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListReservationsResponse { Reservations = { page.Reservations.Select(reservations.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Wire.Assessment> RecordAssessment(RecordAssessmentRequest request, ServerCallContext context) =>
        assessments.Tell(await recordAssessment.Run(context.Call(), AssessmentRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Assessment> GetAssessment(GetAssessmentRequest request, ServerCallContext context) =>
        assessments.Tell(await getAssessment.Run(context.Call(), request.AssessmentId, request.Version, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListAssessmentsResponse> ListAssessments(ListAssessmentsRequest request, ServerCallContext context)
    {
        var page = await listAssessments.Run(context.Call(), AssessmentRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListAssessmentsResponse { Assessments = { page.Assessments.Select(assessments.Tell) }, NextPageToken = page.NextPageToken };
    }

    /// <inheritdoc />
    public override async Task<Wire.Offer> OfferPlacement(OfferPlacementRequest request, ServerCallContext context) =>
        offers.Tell(await offer.Run(context.Call(), OfferRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Offer> AnswerOffer(AnswerOfferRequest request, ServerCallContext context) =>
        offers.Tell(await answer.Run(context.Call(), OfferRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Offer> WithdrawOffer(WithdrawOfferRequest request, ServerCallContext context) =>
        offers.Tell(await withdraw.Run(context.Call(), OfferRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Offer> GetOffer(GetOfferRequest request, ServerCallContext context) =>
        offers.Tell(await getOffer.Run(context.Call(), request.OfferId, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListOffersResponse> ListOffers(ListOffersRequest request, ServerCallContext context)
    {
        var page = await listOffers.Run(context.Call(), OfferRequests.Read(request), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListOffersResponse { Offers = { page.Offers.Select(offers.Tell) }, NextPageToken = page.NextPageToken, ResumeToken = page.ResumeToken };
    }

    /// <inheritdoc />
    public override Task WatchOffers(WatchOffersRequest request, IServerStreamWriter<WatchOffersResponse> responseStream, ServerCallContext context) =>
        context.Stream(watchOffers.Run(context.Call(), request.CareHomeId, request.ResumeToken, context.CancellationToken), responseStream, offers.Tell);

    /// <inheritdoc />
    public override async Task<Wire.Placement> ConfirmPlacement(ConfirmPlacementRequest request, ServerCallContext context) =>
        messages.Tell(await confirm.Run(context.Call(), OfferRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<MatchHomesResponse> MatchHomes(MatchHomesRequest request, ServerCallContext context) =>
        MatchMessages.Tell(await match.Run(context.Call(), request.AssessmentId, request.PageSize, request.IncludeExcluded, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListReturnCandidatesResponse> ListReturnCandidates(ListReturnCandidatesRequest request, ServerCallContext context) =>
        matches.Tell(await listReturnCandidates.Run(context.Call(), request.PageSize, request.PageToken, context.CancellationToken));
}
