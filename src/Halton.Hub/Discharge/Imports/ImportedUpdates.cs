using Halton.Hub.Access;

namespace Halton.Hub.Discharge.Imports;

/// <summary>The operations that take the lines of a feed.</summary>
public sealed class ImportedUpdates(
    StayForChange stays,
    RecordAdmission admit,
    ReviewCriteriaToReside review,
    AssignPathway assign,
    AllocateWorker allocate,
    StartAssessment start,
    RecordDelay delay,
    MoveToWard move,
    ConfirmDischarge confirm,
    CancelDischarge cancel)
{
    private const string Service = "halton.hub.discharge.v1.DischargeService/";

    /// <summary>The door of the operation that takes an update.</summary>
    public static string Door(object update) => Service + update.GetType().DeclaringType!.Name;

    /// <summary>Checks the fields of one.</summary>
    /// <param name="call">A call of the operation's own.</param>
    /// <param name="update">The operation's request, its ids left empty.</param>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="stay">The hub's id of the stay; empty for an admission.</param>
    public CheckedChange Check(Call call, object update, Guid requestId, string stay)
    {
        var id = requestId.ToString();
        return update switch
        {
            RecordAdmission.Request r => admit.Check(call, r with { RequestId = id }),
            ReviewCriteriaToReside.Request r => review.Check(r with { RequestId = id, DischargeId = stay }),
            AssignPathway.Request r => assign.Check(r with { RequestId = id, DischargeId = stay }),
            AllocateWorker.Request r => allocate.Check(call, r with { RequestId = id, DischargeId = stay }),
            StartAssessment.Request r => start.Check(r with { RequestId = id, DischargeId = stay }),
            RecordDelay.Request r => delay.Check(r with { RequestId = id, DischargeId = stay }),
            MoveToWard.Request r => move.Check(r with { RequestId = id, DischargeId = stay }),
            ConfirmDischarge.Request r => confirm.Check(r with { RequestId = id, DischargeId = stay }),
            CancelDischarge.Request r => cancel.Check(r with { RequestId = id, DischargeId = stay }),
            _ => throw new ArgumentOutOfRangeException(nameof(update)),
        };
    }

    /// <summary>Takes one that is checked.</summary>
    public Task<DischargeStatus> Take(Call call, CheckedChange change, CancellationToken ct) =>
        change is Admission admission ? admit.Run(call, admission, ct) : stays.Run(call, (StayChange)change, ct);
}
