using CsCheck;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Xunit;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Ten thousand random ways of a stay, each step against a model that thinks otherwise: what is refused, and what follows from what was taken.</summary>
public sealed class StayModelTests
{
    private static readonly DateTimeOffset Admitted = new(2026, 3, 26, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Pathways = ["P0", "P1", "P2", "P3"];

    // Hours from before the admission to beyond the change of the clocks.
    private static readonly Gen<DateTimeOffset> Moment = Gen.Int[-6, 160].Select(h => Admitted.AddHours(h));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (5, from at in Moment from meets in Gen.Bool select new Step("review", at, meets, "")),
        (3, from at in Moment from referred in Gen.Bool from p in Gen.Int[0, 3] select new Step("assign", at, referred, Pathways[p])),
        (3, from at in Moment from who in Gen.Int[1, 9] select new Step("allocate", at, false, $"SW-{who}")),
        (2, from at in Moment select new Step("assess", at, false, "")),
        (3, from at in Moment from why in Gen.Int[1, 9] select new Step("delay", at, false, $"reason-{why}")),
        (1, from at in Moment from method in Gen.Int[0, 1] select new Step("confirm", at, false, method == 0 ? "1" : "6")),
        (1, from at in Moment select new Step("cancel", at, false, "07")));

    [Fact]
    public void No_sequence_of_steps_tells_the_stay_and_the_model_apart() => Steps.Array[1, 25].Sample(
        steps =>
        {
            var (stay, model) = (Stay(), new Model());
            foreach (var (step, i) in steps.Select((step, i) => (step, i)))
            {
                var refused = Refused(() => Do(stay, step, i));
                Assert.Equal(model.Do(step), refused);
                Assert.Equal(model.Told(), Told(stay));
            }
        },
        iter: 10_000,
        threads: 1);

    private static Stay Stay() => new() { Id = Guid.CreateVersion7(), Trust = "RWW", Site = "RWWWH", Ward = "A1", SpellIdentifier = "S", NhsNumberStatus = "07", AdmittedAt = Admitted, ChangedAt = Admitted };

    private static void Do(Stay stay, Step step, int nth)
    {
        // Ids in the order in which things were said, which tells what was said last of the same moment.
        var id = new Guid(nth, 0, 0, new byte[8]);
        switch (step.What)
        {
            case "review":
                stay.Review(new CriteriaReview { Id = id, StayId = stay.Id, ReviewedAt = step.At, Criteria = step.Yes ? ["02"] : [], ReviewerRole = "x" });
                break;
            case "assign":
                stay.Assign(new PathwayDecision { Id = id, StayId = stay.Id, Pathway = step.Word, DecidedAt = step.At, DecidedByRole = "x", CareTransferHubReferred = step.Yes });
                break;
            case "allocate":
                stay.Allocate(new WorkerAllocation { Id = id, StayId = stay.Id, AllocatedAt = step.At, Organization = "RWW", Role = "x", Worker = step.Word });
                break;
            case "assess":
                stay.StartAssessment(step.At, "x");
                break;
            case "delay":
                stay.RecordDelay(new Delay { Id = id, StayId = stay.Id, DelayedOn = LondonTime.Day(step.At), Reason = step.Word, RecordedAt = step.At, RecordedByRole = "x" });
                break;
            case "confirm":
                stay.Confirm(step.At, step.Word, "19");
                break;
            default:
                stay.Cancel(step.Word, null);
                break;
        }
    }

    private static string? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Fault fault)
        {
            return fault.Fields is [var field, ..] ? field.Reason : fault.Reason;
        }
    }

    private static string Told(Stay stay)
    {
        var status = DischargeStatus.Of(stay);
        return $"{status.State} {status.MeetsCriteria} {status.DischargeReadyDate:O} {status.Pathway} {status.CareTransferHubReferredAt:O} {status.AssessmentDueAt:O} {status.AssessmentStartedAt:O} "
            + $"{status.AllocatedAt:O} {status.DischargeDueAt:O} {status.Worker?.Reference} {status.DelayedOn:O} {status.DelayReason} {status.DischargedAt:O}";
    }

    private sealed record Step(string What, DateTimeOffset At, bool Yes, string Word);

    /// <summary>The same in other words: everything that was taken is kept in a list, and every answer is looked up in it.</summary>
    private sealed class Model
    {
        private readonly List<Step> taken = [];

        private bool Cancelled => taken.Exists(s => s.What == "cancel");

        private Step? Left => taken.Find(s => s.What == "confirm");

        private List<Step> Reviews => Of("review");

        private List<Step> Decisions => Of("assign");

        private DateTimeOffset? Referred => Decisions.Where(d => d.Yes).Select(d => (DateTimeOffset?)d.At).Min();

        private DateOnly? Ready
        {
            get
            {
                var last = Reviews.FindLastIndex(r => r.Yes);
                var since = last + 1 < Reviews.Count ? Reviews[last + 1] : null;
                return since is null || (Left is { } left && Day(left.At) == Day(Admitted)) ? null : Day(since.At);
            }
        }

        public string? Do(Step step)
        {
            var refused = Fault(step);
            if (refused is null)
            {
                taken.Add(step);
            }

            return refused;
        }

        public string Told()
        {
            var meets = Reviews is [.., var latest] ? latest.Yes : (bool?)null;
            var pathway = Decisions is [.., var decided] ? decided.Word : null;
            var state = Cancelled ? DischargeState.Cancelled
                : Left is not null ? DischargeState.Discharged
                : meets != false ? DischargeState.Admitted
                : pathway is null ? DischargeState.Ready : DischargeState.Planned;
            var named = Of("allocate");
            var delay = Of("delay").GroupBy(d => Day(d.At)).OrderBy(d => d.Key).LastOrDefault();
            var told = delay is not null && Ready is { } ready && delay.Key >= ready ? taken.Last(s => s.What == "delay" && Day(s.At) == delay.Key) : null;
            var (first, referred) = (named.Count > 0 ? named[0].At : (DateTimeOffset?)null, Referred);
            return $"{state} {meets} {Ready:O} {pathway} {referred:O} {referred?.AddHours(24):O} {taken.Find(s => s.What == "assess")?.At:O} "
                + $"{first:O} {first?.AddDays(7):O} {named.LastOrDefault()?.Word} {(told is null ? null : Day(told.At)):O} {told?.Word} {Left?.At:O}";
        }

        private string? Fault(Step step) => step switch
        {
            _ when Cancelled || Left is not null => "STAY_CLOSED",
            { What: "cancel" } => null,
            { What: "delay" } when Day(step.At) < Day(Admitted) => "BEFORE_ADMISSION",
            { What: "delay" } => Reviews.FindLast(r => Day(r.At) <= Day(step.At)) is { Yes: false } ? null : "NOT_READY_THEN",
            _ when step.At < Admitted => "BEFORE_ADMISSION",
            { What: "allocate" or "assess" } when Referred is null => "NOT_REFERRED",
            { What: "assess" } when taken.Exists(s => s.What == "assess") => "ASSESSMENT_ALREADY_STARTED",
            { What: "assess" } when step.At < Referred => "BEFORE_REFERRAL",
            { What: "confirm" } when Ready is { } ready && Day(step.At) < ready => "DISCHARGED_BEFORE_READY",
            { What: "confirm", Word: "1" } when Reviews is not [.., { Yes: false }] => "STILL_MEETS_CRITERIA",
            { What: "confirm", Word: "1" } when Decisions.Count == 0 => "PATHWAY_NOT_ASSIGNED",
            _ => null,
        };

        // In the order of the moments, and where these are the same in the order in which they were said.
        private List<Step> Of(string what) => [.. taken.Where(s => s.What == what).OrderBy(s => s.At)];

        private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime);
    }
}
