using Halton.Hub.Access;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Reservations;

/// <summary>
/// Holds a bed for a person: of the home that is named, or of the first of a list that has one. The database has the last word: two callers
/// never hold the same bed. Hold, reservation and what is told of the home's capacity commit together. Faults: ASSESSMENT_NOT_FOUND,
/// ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE, STAY_CLOSED, PATHWAY_HAS_NO_PLACEMENT, CARE_HOME_NOT_FOUND, HOME_NOT_OPEN, NO_AGREEMENT,
/// NOT_COVERED_BY_AGREEMENT, SANCTIONED, NOT_VALIDATED, CAPACITY_UNKNOWN, NOT_ACCEPTING, NO_BED_AVAILABLE, BED_ALREADY_HELD,
/// TOO_MANY_RESERVATIONS.
/// </summary>
public sealed class ReserveBed(OneSave saves, BedHolds holds, FlowPolicies policies, ExpireReservation expire)
{
    private const int MostHomes = 10;
    private const int LeastMinutes = 5;
    private const string Before = "before_home";

    /// <summary>Runs it once.</summary>
    public async Task<ReservationState> Run(Call call, Request request, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var assessmentId = check.Id(request.AssessmentId, "assessment_id");
        var homes = Homes(check, request.CareHomes);
        check.That(
            request.Minutes == 0 || (request.Minutes >= LeastMinutes && request.Minutes <= policy.LongestHoldHours * 60),
            "minutes",
            "OUT_OF_RANGE",
            $"From {LeastMinutes} to {policy.LongestHoldHours * 60}; 0 means {policy.HoldMinutes}.");
        check.Settle();
        var time = TimeSpan.FromMinutes(request.Minutes == 0 ? policy.HoldMinutes : request.Minutes);
        return await saves.Run(call, requestId, request, save => Reserve(save, assessmentId, homes, time, policy, ct), r => r.Id, ct);
    }

    private static List<string> Homes(FieldChecks check, IReadOnlyList<string> given)
    {
        check.That(given.Count > 0, "care_homes", "REQUIRED", "At least one home is required.");
        check.That(given.Count <= MostHomes, "care_homes", "TOO_MANY", $"At most {MostHomes}.");
        var homes = given.Take(MostHomes).Select((home, i) => HomeReference.Check(check, home, $"care_homes[{i}]")).ToList();
        check.That(homes.Distinct().Count() == homes.Count, "care_homes", "TWICE", "Each home once.");
        return homes;
    }

    private async Task<ReservationState> Reserve(Save save, Guid assessmentId, List<string> references, TimeSpan time, FlowPolicy policy, CancellationToken ct)
    {
        var ground = await ReservationGround.Read(save, assessmentId, references, ct);
        var assessment = ground.Assessment;
        assessment.DemandUsable(save.Now);
        ground.Stay.DemandOnTheWay();
        await expire.Note(save, ground.RanOut, ct);
        var (home, hold) = await Hold(save, ground.Homes, assessment, time, policy, ct);
        var reservation = new BedReservation
        {
            Id = hold.Id,
            AssessmentId = assessment.Id,
            StayId = assessment.StayId,
            HomeId = home,
            BedType = hold.BedType,
            Assessor = assessment.Assessor,
            Council = assessment.Council,
            Trust = assessment.Trust,
            LongestUntil = hold.HeldAt.AddHours(policy.LongestHoldHours),
            ChangedAt = save.Now,
        };
        save.Db.Add(reservation);
        var state = save.Tell(PlacementEvents.Reserved, ReservationState.Of(reservation, hold, await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == home, ct)));
        await save.Db.SaveChangesAsync(ct);
        await holds.Tell(save, home, ct);
        return state;
    }

    // A home that has no bed is left as if it had not been asked: its turn is not kept from others while the next is asked.
    private async Task<(Guid Home, BedHold Hold)> Hold(Save save, IReadOnlyList<HomeAsked> homes, Assessment assessment, TimeSpan time, FlowPolicy policy, CancellationToken ct)
    {
        Fault? first = null;
        var transaction = save.Db.Database.CurrentTransaction!;
        foreach (var home in homes)
        {
            var against = home.Against(assessment.Content.Needs);
            if (against is null)
            {
                await (homes.Count > 1 ? transaction.CreateSavepointAsync(Before, ct) : Task.CompletedTask);
                var (hold, outcome) = await holds.Hold(save, Guid.CreateVersion7(save.Now), home.Id, assessment.Content.Needs.BedType, time, policy.MostHeld, ct);
                if (hold is not null)
                {
                    return (home.Id, hold);
                }

                against = Why(outcome);
                await (homes.Count > 1 ? transaction.RollbackToSavepointAsync(Before, ct) : Task.CompletedTask);
            }

            first ??= against;
        }

        throw homes.Count == 1 ? first! : PlacementFaults.NoBed();
    }

    private static Fault Why(string outcome) => outcome switch
    {
        "unknown" => PlacementFaults.CapacityUnknown(),
        "closed" => PlacementFaults.NotAccepting(),
        "quota" => throw PlacementFaults.TooManyHeld(),
        _ => PlacementFaults.NoBed(),
    };

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="AssessmentId">The assessment.</param>
    /// <param name="CareHomes">Homes by the hub's id or CQC location id, in order.</param>
    /// <param name="Minutes">For how long; 0 means the policy's usual time.</param>
    public sealed record Request(string RequestId, string AssessmentId, IReadOnlyList<string> CareHomes, int Minutes);
}
