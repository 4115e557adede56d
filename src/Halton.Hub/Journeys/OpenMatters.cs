using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;

namespace Halton.Hub.Journeys;

/// <summary>Tells what waits for whom, from the records of a journey.</summary>
internal static class OpenMatters
{
    /// <summary>All of it: first what has a moment by which it is due, the nearest first.</summary>
    public static IReadOnlyList<OpenMatter> Of(JourneyRecords records) =>
    [
        .. records.Stays.Select(Of)
            .Concat(records.Referrals.Select(Of))
            .Concat(records.Assessments.Select(Of))
            .Concat(records.Reservations.Select(r => Of(r, records.Offers)))
            .Concat(records.Offers.Select(Of))
            .Concat(records.Placements.Select(Of))
            .OfType<OpenMatter>().OrderBy(matter => matter.DueAt ?? DateTimeOffset.MaxValue).ThenBy(matter => matter.Kind).ThenBy(matter => matter.RecordId),
    ];

    private static OpenMatter? Of(DischargeStatus s) => s.NextAction is { } next
        ? new(JourneyKind.Discharge, s.Id, next.Code, next.Owner, next.Owner == NextAction.Ward ? s.Trust : null, null, s)
        : null;

    private static OpenMatter? Of(ReferralState r)
    {
        string? code = r.State switch
        {
            Referral.Requested => "triage-referral",
            Referral.Received => "accept-referral",
            Referral.Accepted => r.History!.Allocations.Count == 0 ? "allocate-team" : "see-person",
            Referral.InProgress => r.FirstContactAt is null ? "see-person" : "complete-referral",
            Referral.Completed when r is { FollowUpDue: not null, FollowedUpOn: null } => "follow-up",
            _ => null,
        };
        DateTimeOffset? due = code switch
        {
            "follow-up" => LondonTime.Start(r.FollowUpDue!.Value),
            _ => r.FirstContactAt is null ? r.BreachAt : null,
        };
        return code is null ? null : new(JourneyKind.Referral, r.Id, code, "service", r.Performer, due, r);
    }

    private static OpenMatter? Of(AssessmentState a) =>
        a.DisputeReason is null ? null : new(JourneyKind.Assessment, a.Id, "assess-again", "trusted-assessor", a.Assessor, null, a);

    private static OpenMatter? Of(ReservationState r, IEnumerable<OfferState> offers) =>
        r.State != BedHold.Held || offers.Any(o => o.ReservationId == r.Id && o.State is PlacementOffer.Offered or PlacementOffer.Accepted)
            ? null
            : new(JourneyKind.Reservation, r.Id, "offer-placement", "trusted-assessor", r.Assessor, r.HeldUntil, r);

    private static OpenMatter? Of(OfferState o) => o.State switch
    {
        PlacementOffer.Offered => new(JourneyKind.Offer, o.Id, "answer-offer", "care-home", o.HomeOrganization, o.AnswerBy, o),
        PlacementOffer.Accepted => new(JourneyKind.Offer, o.Id, "confirm-placement", "council", o.Council, LondonTime.Start(o.AdmissionOn), o),
        _ => null,
    };

    private static OpenMatter? Of(PlacementState p) =>
        p.EndedOn is null ? new(JourneyKind.Placement, p.Id, "review-placement", "council", p.Council, LondonTime.Start(p.ReviewDue), p) : null;
}
