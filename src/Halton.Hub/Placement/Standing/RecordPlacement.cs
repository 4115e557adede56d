using Halton.Hub.Access;
using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// Records that a person lives in a care home for the council. For a home outside its area the validation is opened, or decided anew, in the
/// same save; what it says does not undo that somebody lives there. Faults: PLACEMENT_ALREADY_RECORDED, ALREADY_PLACED, CARE_HOME_NOT_FOUND,
/// NOT_A_CARE_HOME, NHS_NUMBER_INVALID, NOT_EXPECTED, REVIEWED_BEFORE, LOOKS_LIKE_A_PERSON and those of codes.
/// </summary>
public sealed class RecordPlacement(OneSave saves, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<PlacementState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var (now, today) = (clock.GetUtcNow().Kept(), clock.Today());
        var requestId = check.Id(request.RequestId, "request_id");
        var careHome = HomeReference.Check(check, request.CareHome);
        var reference = check.Text(request.CaseReference, "case_reference", 50);
        PersonTrace.RefuseInReference(check, reference, "case_reference");
        NhsNumber number = default;
        var numbered = !string.IsNullOrEmpty(request.NhsNumber);
        check.That(!numbered || NhsNumber.TryParse(request.NhsNumber, out number), "nhs_number", "NHS_NUMBER_INVALID", "Ten digits with a valid modulus 11 check digit.");
        var started = check.PastDay(request.StartedOn, "started_on", today);
        var reviewed = check.OptionalPastDay(request.ReviewedOn, "reviewed_on", today);
        check.That(reviewed is null || reviewed >= started, "reviewed_on", "REVIEWED_BEFORE", "The day is before the placement began.");
        var bedType = codes.Check(check, "bed_type", CareHomeCodes.BedType, request.BedType, started, required: true)?.Code;
        var reason = codes.Check(check, "out_of_area_reason", PlacementCodes.OutOfAreaReason, request.OutOfAreaReason, started, required: false)?.Code;
        var notified = check.OptionalPastDay(request.HostNotifiedOn, "host_notified_on", today);
        check.Settle();
        return saves.Run(call, requestId, request, Record, p => p.Id, ct);

        async Task<PlacementState> Record(Save save)
        {
            var (home, area) = (await save.Db.Home(careHome, ct), await save.Db.Area(call.Organization, ct));
            PlacementOpening.DemandReason(home, area, reason);
            var placement = new StandingPlacement
            {
                Id = Guid.CreateVersion7(now),
                Council = call.Organization,
                CaseReference = reference,
                NhsNumber = numbered ? number.Digits : null,
                HomeId = home.Id,
                BedType = bedType!,
                OutOfAreaReason = reason,
                StartedOn = started,
                HostNotifiedOn = notified,
                ReviewedOn = reviewed,
                ReviewDue = StandingPlacement.DueAfter(started, reviewed),
                ChangedAt = save.Now,
            };
            return await PlacementOpening.Open(save, placement, PlacementState.Of(placement, home, area), PlacementEvents.Recorded, [], home, area, ct);
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId,
        string CaseReference,
        string? NhsNumber,
        string CareHome,
        Coding? BedType,
        Coding? OutOfAreaReason,
        string StartedOn,
        string? HostNotifiedOn,
        string? ReviewedOn);
}
