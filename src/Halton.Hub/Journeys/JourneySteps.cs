using Halton.Hub.CareHomes;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Referrals;

namespace Halton.Hub.Journeys;

/// <summary>Tells the steps of a journey from its records.</summary>
internal static class JourneySteps
{
    /// <summary>All steps, the latest first.</summary>
    public static IReadOnlyList<JourneyStep> Of(JourneyRecords records) =>
    [
        .. records.Stays.SelectMany(s => Numbered(JourneyKind.Discharge, s.Id, s, Of(s)))
            .Concat(records.Referrals.SelectMany(r => Numbered(JourneyKind.Referral, r.Id, r, Of(r))))
            .Concat(records.Assessments.SelectMany(a => Numbered(JourneyKind.Assessment, a.Id, a, Of(a))))
            .Concat(records.Reservations.SelectMany(r => Numbered(JourneyKind.Reservation, r.Id, r, Of(r))))
            .Concat(records.Offers.SelectMany(o => Numbered(JourneyKind.Offer, o.Id, o, Of(o))))
            .Concat(records.Placements.SelectMany(p => Numbered(JourneyKind.Placement, p.Id, p, Of(p))))
            .OrderByDescending(step => step.Place.Order()),
    ];

    private static IEnumerable<Step?> Of(DischargeStatus s) =>
    [
        At("admitted", s.AdmittedAt, s.Trust, DischargeCodes.AdmissionMethod, s.AdmissionMethod),
        .. s.WardMoves.Select(m => At("ward-moved", m.MovedAt, s.Trust)),
        .. s.Detail!.Reviews.Select(r => At(r.Meets ? "criteria-met" : "criteria-not-met", r.ReviewedAt, s.Trust)),
        .. s.Detail.PathwayDecisions.Select(d => At("pathway-assigned", d.DecidedAt, s.Trust, DischargeCodes.Pathway, d.Pathway)),
        .. s.Detail.Allocations.Select(a => At("worker-allocated", a.AllocatedAt, a.Organization)),
        At("assessment-started", s.AssessmentStartedAt, s.Detail.Allocations.LastOrDefault(a => a.AllocatedAt <= s.AssessmentStartedAt)?.Organization ?? s.Trust),
        .. s.Detail.Delays.GroupBy(d => d.DelayedOn, (day, said) => On("delay-recorded", day, s.Trust, DischargeCodes.DelayReason, said.Last().Reason)),
        At("discharged", s.DischargedAt, s.Trust, DischargeCodes.DischargeDestination, s.DischargeDestination),
        At("discharge-cancelled", s.State == DischargeState.Cancelled ? s.ChangedAt : null, s.Trust, DischargeCodes.CancelReason, s.CancelReason),
    ];

    private static IEnumerable<Step?> Of(ReferralState r) =>
    [
        At("referred", r.RequestedAt, r.Requester, ReferralCodes.Tier, r.RequestedTier),
        .. r.History!.Triages.Select(t => At("referral-triaged", t.TriagedAt, r.Performer, ReferralCodes.Tier, t.Tier)),
        At("referral-accepted", r.AcceptedAt, r.Performer),
        .. r.History.Allocations.Select(a => At("team-allocated", a.AllocatedAt, r.Performer, ReferralCodes.TeamType, a.TeamType)),
        .. r.History.Contacts.Select(c => At("contacted", c.ContactedAt, r.Performer, ReferralCodes.ContactKind, c.Kind)),
        r.State switch
        {
            Referral.Completed => At("referral-completed", r.EndedAt, r.Performer, ReferralCodes.Outcome, r.Outcome),
            Referral.Rejected => At("referral-rejected", r.EndedAt, r.Performer, ReferralCodes.RejectionReason, r.EndReason),
            Referral.Redirected => At("referral-redirected", r.EndedAt, r.Performer, ReferralCodes.RejectionReason, r.EndReason),
            Referral.Cancelled => At("referral-cancelled", r.EndedAt, r.Requester, ReferralCodes.CancelReason, r.EndReason),
            _ => null,
        },
        On("followed-up", r.FollowedUpOn, r.Performer, ReferralCodes.FollowUpOutcome, r.FollowUpOutcome),
    ];

    private static IEnumerable<Step?> Of(AssessmentState a) =>
        [At(a.Version == 1 ? "assessed" : "assessed-anew", a.AssessedAt, a.Assessor, CareHomeCodes.BedType, a.Content.Needs.BedType)];

    private static IEnumerable<Step?> Of(ReservationState r) =>
    [
        At("bed-reserved", r.HeldAt, r.Assessor, CareHomeCodes.BedType, r.BedType),
        At(r.State switch { "released" => "bed-released", "expired" => "bed-expired", _ => "bed-filled" }, r.EndedAt, r.Assessor, PlacementCodes.ReleaseReason, r.ReleaseReason),
    ];

    private static IEnumerable<Step?> Of(OfferState o) =>
    [
        At("offer-made", o.OfferedAt, o.Assessor, CareHomeCodes.BedType, o.Needs.BedType),
        o.State switch
        {
            PlacementOffer.Accepted => At("offer-accepted", o.ChangedAt, o.HomeOrganization),
            PlacementOffer.Declined => At("offer-declined", o.EndedAt, o.HomeOrganization, PlacementCodes.DeclineReason, o.Reason),
            PlacementOffer.Disputed => At("offer-disputed", o.EndedAt, o.HomeOrganization, PlacementCodes.DisputeReason, o.Reason),
            PlacementOffer.Withdrawn => At("offer-withdrawn", o.EndedAt, o.Assessor, PlacementCodes.WithdrawReason, o.Reason),
            PlacementOffer.Expired => At("offer-expired", o.EndedAt, o.HomeOrganization),
            PlacementOffer.Completed => At("offer-completed", o.EndedAt, o.Council ?? o.Assessor),
            _ => null,
        },
    ];

    private static IEnumerable<Step?> Of(PlacementState p) =>
    [
        On("placement-began", p.StartedOn, p.Council, CareHomeCodes.BedType, p.BedType),
        On("placement-reviewed", p.ReviewedOn, p.Council),
        On("placement-ended", p.EndedOn, p.Council, PlacementCodes.EndReason, p.EndReason),
    ];

    private static Step? At(string code, DateTimeOffset? at, string organization, string? system = null, string? detail = null) =>
        at is { } moment ? new Step(code, moment, false, organization, system is null || detail is null ? null : new Coding(system, detail)) : null;

    private static Step? On(string code, DateOnly? day, string organization, string? system = null, string? detail = null) =>
        day is { } known ? At(code, LondonTime.Start(known), organization, system, detail)! with { DayOnly = true } : null;

    private static IEnumerable<JourneyStep> Numbered(JourneyKind kind, Guid id, object record, IEnumerable<Step?> steps) =>
        steps.OfType<Step>().Select((step, i) => new JourneyStep(kind, id, i, step.Code, step.At, step.DayOnly, step.Organization, step.Detail, record));

    private sealed record Step(string Code, DateTimeOffset At, bool DayOnly, string Organization, Coding? Detail);
}
