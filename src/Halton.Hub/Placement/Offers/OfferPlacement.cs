using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Reservations;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// Asks the home of a held bed whether it takes the person. What was found is offered as it stands then. Faults: RESERVATION_NOT_FOUND,
/// RESERVATION_ENDED, ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE, STAY_CLOSED, PATHWAY_HAS_NO_PLACEMENT, STILL_MEETS_CRITERIA, HOME_NOT_OPEN,
/// SANCTIONED, HOME_HAS_NO_PROGRAM, NO_AGREEMENT, NOT_COVERED_BY_AGREEMENT, ACCEPTED_ELSEWHERE, ALREADY_OFFERED.
/// </summary>
public sealed class OfferPlacement(OneSave saves, FlowPolicies policies, TimeProvider clock)
{
    private const int DaysAhead = 14;
    private const string Locked = "select r.* from placement.bed_reservation r where r.id = {0} and r.assessor = {1} for update of r";
    private const string Until = "select h.held_until as value from carehomes.bed_hold h where h.id = {0} and h.state = 'held' and h.held_until > clock_timestamp()";

    /// <summary>Runs it once.</summary>
    public async Task<OfferState> Run(Call call, Request request, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var (check, today) = (new FieldChecks(), clock.Today());
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.ReservationId, "reservation_id");
        var on = check.Day(request.AdmissionOn, "admission_on");
        check.That(on == default || (on >= today && on <= today.AddDays(DaysAhead)), "admission_on", "OUT_OF_RANGE", $"From today to {DaysAhead} days ahead.");
        check.That(
            request.AnswerWithinHours >= 0 && request.AnswerWithinHours <= policy.LongestHoldHours,
            "answer_within_hours",
            "OUT_OF_RANGE",
            $"From 1 to {policy.LongestHoldHours}; 0 means {policy.AnswerHours}.");
        check.Settle();
        var hours = request.AnswerWithinHours == 0 ? policy.AnswerHours : request.AnswerWithinHours;
        return await saves.Run(call, requestId, request, save => Offer(save, id, on, hours, ct), o => o.Id, ct);
    }

    private static async Task<OfferState> Offer(Save save, Guid id, DateOnly on, int hours, CancellationToken ct)
    {
        var known = await save.Db.Set<BedReservation>().AsNoTracking().Where(r => r.Id == id && r.Assessor == save.Organization).Select(r => r.StayId).ToListAsync(ct);
        var stay = await StayFacts.Of(save, known is [var one] ? one : throw PlacementFaults.ReservationNotFound(), ct);
        stay.DemandOnTheWay();
        stay.DemandReady();
        var reservation = (await save.Db.Set<BedReservation>().FromSqlRaw(Locked, id, save.Organization).ToListAsync(ct)).Single();
        var held = await save.Db.Database.SqlQueryRaw<DateTimeOffset>(Until, id).ToListAsync(ct);
        var until = held is [var moment] ? moment : throw PlacementFaults.ReservationEnded();
        var assessment = await save.Db.Set<Assessment>().AsNoTracking().SingleAsync(a => a.Id == reservation.AssessmentId, ct);
        assessment.DemandUsable(save.Now);
        var home = await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == reservation.HomeId, ct);
        await DemandAskable(save, home, assessment, ct);
        var offer = new PlacementOffer
        {
            Id = Guid.CreateVersion7(save.Now),
            ReservationId = reservation.Id,
            AssessmentId = assessment.Id,
            AssessmentVersion = assessment.Version,
            StayId = stay.Id,
            HomeId = home.Id,
            HomeOrganization = home.Organization!,
            Assessor = assessment.Assessor,
            Council = assessment.Council,
            Trust = assessment.Trust,
            NhsNumber = assessment.NhsNumber,
            Content = assessment.Content,
            AdmissionOn = on,
            OfferedAt = save.Now,
            AnswerBy = save.Now.AddHours(hours) < until ? save.Now.AddHours(hours) : until,
            ChangedAt = save.Now,
        };
        save.Db.Add(offer);
        return save.Tell(PlacementEvents.Offered, OfferState.Of(offer, home));
    }

    private static async Task DemandAskable(Save save, CareHome home, Assessment assessment, CancellationToken ct)
    {
        if (!home.IsOpen)
        {
            throw PlacementFaults.HomeNotOpen();
        }

        if (home.Organization is null)
        {
            throw PlacementFaults.NoProgram();
        }

        var today = LondonTime.Day(save.Now);
        if (await save.Db.Set<Sanction>().AnyAsync(s => s.HomeId == home.Id && s.Kind == Sanction.StopsAdmissions && s.From <= today && (s.LiftedOn == null || s.LiftedOn > today), ct))
        {
            throw PlacementFaults.Sanctioned();
        }

        await AgreementCover.Demand(save.Db, home.Id, assessment.Assessor, assessment.Content.Needs, today, ct);
        await WithdrawOffers.TakeTurn(save, assessment.StayId, ct);

        // Other assessors' offers count too, which these cannot see.
        if (await save.As(
            WithdrawOffers.System,
            () => save.Db.Set<PlacementOffer>().AnyAsync(o => o.StayId == assessment.StayId && (o.State == PlacementOffer.Accepted || o.State == PlacementOffer.Completed), ct),
            ct))
        {
            throw PlacementFaults.AcceptedElsewhere();
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="ReservationId">The held bed.</param>
    /// <param name="AdmissionOn">Day on which the person is to move in, YYYY-MM-DD.</param>
    /// <param name="AnswerWithinHours">Within how many hours the home is to answer; 0 means the policy's usual time.</param>
    public sealed record Request(string RequestId, string ReservationId, string? AdmissionOn, int AnswerWithinHours);
}
