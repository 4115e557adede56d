using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Offers;

/// <summary>Tells offers in the words of the placement service.</summary>
public sealed class OfferMessages(PlacementMessages words, AssessmentMessages assessments)
{
    /// <summary>Tells an offer.</summary>
    public Wire.Offer Tell(OfferState state) => new()
    {
        OfferId = state.Id.ToString(),
        ReservationId = state.ReservationId?.ToString() ?? "",
        AssessmentId = state.AssessmentId.ToString(),
        AssessmentVersion = state.AssessmentVersion,
        DischargeId = state.StayId.ToString(),
        CareHomeId = state.HomeId.ToString(),
        LocationId = state.LocationId,
        CareHomeName = state.HomeName,
        State = System.Enum.Parse<Wire.OfferState>(state.State, ignoreCase: true),
        Needs = assessments.Tell(state.Needs),
        Consent = assessments.Consent(state.ConsentBasis, state.Capacity),
        Funding = words.Code(PlacementCodes.Funding, state.Funding),
        NhsNumber = state.NhsNumber ?? "",
        AdmissionOn = WrittenDay.Of(state.AdmissionOn),
        OfferedAt = state.OfferedAt.ToTimestamp(),
        AnswerBy = state.AnswerBy.ToTimestamp(),
        EndedAt = state.EndedAt?.ToTimestamp(),
        AnsweredBy = state.AnsweredBy ?? "",
        DeclineReason = words.Code(PlacementCodes.DeclineReason, state.ReasonOf(PlacementOffer.Declined)),
        DisputeReason = words.Code(PlacementCodes.DisputeReason, state.ReasonOf(PlacementOffer.Disputed)),
        WithdrawReason = words.Code(PlacementCodes.WithdrawReason, state.ReasonOf(PlacementOffer.Withdrawn)),
        AnswerText = state.AnswerText ?? "",
        Assessor = state.Assessor,
        Council = state.Council ?? "",
        Trust = state.Trust,
        PlacementId = state.PlacementId?.ToString() ?? "",
        Etag = state.Etag,
        ChangedAt = state.ChangedAt.ToTimestamp(),
    };

    /// <summary>Tells one message of a watch.</summary>
    public Wire.WatchOffersResponse Tell(WatchItem item) => new()
    {
        ResumeToken = item.ResumeToken,
        Event = item.Event is { } happened
            ? new Wire.OfferEvent { EventId = happened.Id.ToString(), Kind = happened.Kind, OccurredAt = happened.OccurredAt.ToTimestamp(), Offer = Tell((OfferState)happened.Payload) }
            : null,
    };
}
