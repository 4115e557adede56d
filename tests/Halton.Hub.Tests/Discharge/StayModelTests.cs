using CsCheck;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Discharge.Model;
using Xunit;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Ten thousand random ways of a stay, each step against a model that thinks otherwise: what is refused, and what follows from what was taken.</summary>
public sealed class StayModelTests
{
    [Fact]
    public void No_sequence_of_steps_tells_the_stay_and_the_model_apart() => StayStep.Any.Array[1, 25].Sample(
        steps =>
        {
            var (stay, model) = (Stay(), new StayModel());
            foreach (var (step, i) in steps.Select((step, i) => (step, i)))
            {
                var refused = Refused(() => Do(stay, step, i));
                Assert.Equal(model.Do(step), refused);
                Assert.Equal(model.Told(), StayTold.Of(DischargeStatus.Of(stay)));
            }
        },
        iter: 10_000,
        threads: 1);

    private static Stay Stay() => new() { Id = Guid.CreateVersion7(), Trust = "RWW", Site = "RWWWH", Ward = "A1", SpellIdentifier = "S", NhsNumberStatus = "07", AdmittedAt = StayStep.Admitted, ChangedAt = StayStep.Admitted };

    private static void Do(Stay stay, StayStep step, int nth)
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

    private static StayRefusal? Refused(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Fault fault)
        {
            return fault.Fields is [var field, ..] ? new(field.Reason, field.Field) : new(fault.Reason);
        }
    }
}
