using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Reservations;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// A home's answer to an offer. Yes: the bed is held until the person can move in, and what other homes were asked is withdrawn. No: the bed
/// is let go. A dispute: the assessment has to be made anew, and the agreement to be looked at. Faults: OFFER_NOT_FOUND, OFFER_ENDED,
/// RESERVATION_ENDED, ACCEPTED_ELSEWHERE, ETAG_MISMATCH and those of fields and codes.
/// </summary>
public sealed class AnswerOffer(OfferForChange offers, WithdrawOffers withdraw, ReservationEnd end, FlowPolicies policies, CodeSystems codes, TimeProvider clock)
{
    private const string Other = "99";
    private const string Reservation = "select r.* from placement.bed_reservation r where r.id = {0} for update of r";
    private const string Disputed = "select a.* from placement.assessment a where a.id = {0} for update of a";

    /// <summary>Runs it once.</summary>
    public async Task<OfferState> Run(Call call, Request request, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.OfferId, "offer_id");
        var answer = check.That(Enum.IsDefined(request.Answer) && request.Answer != OfferAnswer.Unspecified, "answer", "REQUIRED", "Say ACCEPT, DECLINE or DISPUTE.") ? request.Answer : OfferAnswer.Accept;
        var reason = Reason(check, request, answer);
        var text = check.OptionalText(request.Text, "text", 500, lines: true);
        check.That(text is not null || !(answer == OfferAnswer.Dispute || reason == Other), "text", "REQUIRED", "Say in words why.");
        var by = check.Text(request.AnsweredBy, "answered_by", 60);
        PersonTrace.RefuseInReference(check, by, "answered_by");
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return await offers.Run(call, requestId, request, id, etag, Answer, ct);

        Task Answer(Save save, PlacementOffer offer, CareHome home)
        {
            switch (answer)
            {
                case OfferAnswer.Accept:
                    offer.Accept(by, text, save.Now);
                    save.Tell(PlacementEvents.Accepted, OfferState.Of(offer, home));
                    return save.As(WithdrawOffers.System, () => Keep(save, offer, home, policy, ct), ct);
                case OfferAnswer.Decline:
                    offer.Decline(by, reason!, text, save.Now);
                    save.Tell(PlacementEvents.Declined, OfferState.Of(offer, home));
                    return save.As(WithdrawOffers.System, () => end.Release(save, offer.ReservationId!.Value, "offer-declined", ct), ct);
                default:
                    offer.Dispute(by, reason!, text, save.Now);
                    save.Tell(PlacementEvents.Disputed, OfferState.Of(offer, home));
                    return save.As(WithdrawOffers.System, () => Doubt(save, offer, reason!, policy, ct), ct);
            }
        }
    }

    private string? Reason(FieldChecks check, Request request, OfferAnswer answer)
    {
        if (answer == OfferAnswer.Accept)
        {
            check.That(request.Reason is null or { Code: "" }, "reason", "NOT_EXPECTED", "A home that says yes gives no reason.");
            return null;
        }

        return codes.Check(check, "reason", answer == OfferAnswer.Decline ? PlacementCodes.DeclineReason : PlacementCodes.DisputeReason, request.Reason, clock.Today(), required: true)?.Code;
    }

    private async Task<bool> Keep(Save save, PlacementOffer offer, CareHome home, FlowPolicy policy, CancellationToken ct)
    {
        await WithdrawOffers.TakeTurn(save, offer.StayId, ct);
        var reservation = (await save.Db.Set<BedReservation>().FromSqlRaw(Reservation, offer.ReservationId!).ToListAsync(ct)).Single();
        var longest = save.Now.AddHours(policy.AcceptedHoldHours);
        var hold = await BedHolds.Extend(save, reservation.Id, TimeSpan.FromHours(policy.AcceptedHoldHours), longest, ct) ?? throw PlacementFaults.ReservationEnded();
        reservation.LongestUntil = longest > reservation.LongestUntil ? longest : reservation.LongestUntil;
        reservation.Changed(save.Now);
        save.Tell(PlacementEvents.Extended, ReservationState.Of(reservation, hold, home));
        await withdraw.OfStay(save, offer.StayId, "accepted-elsewhere", acceptedToo: false, offer.Id, ct);
        return true;
    }

    private async Task<bool> Doubt(Save save, PlacementOffer offer, string reason, FlowPolicy policy, CancellationToken ct)
    {
        var assessment = (await save.Db.Set<Assessment>().FromSqlRaw(Disputed, offer.AssessmentId).ToListAsync(ct)).Single();
        assessment.Dispute(reason, save.Now);
        save.Tell(PlacementEvents.AssessmentDisputed, AssessmentState.Of(assessment));
        var today = LondonTime.Day(save.Now);
        await CountDispute.Run(save.Db, offer.HomeId, offer.Assessor, today, today.AddDays(policy.AgreementReviewDays), ct);
        await withdraw.OfDisputed(save, assessment.Id, offer.Id, ct);
        return true;
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="OfferId">The offer.</param>
    /// <param name="Answer">What the home says.</param>
    /// <param name="Reason">With a no or a dispute: why.</param>
    /// <param name="Text">What the home says besides.</param>
    /// <param name="AnsweredBy">Role of the one who answers.</param>
    /// <param name="Etag">The etag last seen.</param>
    public sealed record Request(string RequestId, string OfferId, OfferAnswer Answer, Coding? Reason, string? Text, string AnsweredBy, string Etag);
}
