using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Placement.V1;

namespace Halton.Hub.Placement.Offers;

/// <summary>Reads requests about offers into the operations' own.</summary>
internal static class OfferRequests
{
    /// <summary>Reads it.</summary>
    public static OfferPlacement.Request Read(Wire.OfferPlacementRequest r) => new(r.RequestId, r.ReservationId, r.AdmissionOn, r.AnswerWithinHours);

    /// <summary>Reads it.</summary>
    public static AnswerOffer.Request Read(Wire.AnswerOfferRequest r) => new(r.RequestId, r.OfferId, (OfferAnswer)r.Answer, WireCoding.Read(r.Reason), r.Text, r.AnsweredBy, r.Etag);

    /// <summary>Reads it.</summary>
    public static WithdrawOffer.Request Read(Wire.WithdrawOfferRequest r) => new(r.RequestId, r.OfferId, r.Etag);

    /// <summary>Reads it.</summary>
    public static ConfirmPlacement.Request Read(Wire.ConfirmPlacementRequest r) => new(
        r.RequestId, r.OfferId, WireMoment.Read(r.AdmittedAt, "admitted_at"), r.CaseReference, WireCoding.Read(r.OutOfAreaReason), r.HostNotifiedOn, r.Etag);

    /// <summary>Reads the filters of a list.</summary>
    public static OfferFilter Read(Wire.ListOffersRequest r) => new()
    {
        States = [.. r.States.Select(state => $"{state}".ToLowerInvariant())],
        DischargeId = r.DischargeId.Given(),
        CareHome = r.CareHome.Given(),
    };
}
