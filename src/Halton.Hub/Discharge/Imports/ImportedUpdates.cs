using Halton.Hub.Access;

namespace Halton.Hub.Discharge.Imports;

/// <summary>The operations that take the lines of a feed.</summary>
public sealed class ImportedUpdates(
    RecordAdmission admit, ReviewCriteriaToReside review, AssignPathway assign, AllocateWorker allocate, StartAssessment start, RecordDelay delay, ConfirmDischarge confirm, CancelDischarge cancel)
{
    private const string Service = "halton.hub.discharge.v1.DischargeService/";

    /// <summary>The door of the operation that takes an update.</summary>
    public static string Door(object update) => Service + update.GetType().DeclaringType!.Name;

    /// <summary>Takes one.</summary>
    /// <param name="call">A call of the operation's own.</param>
    /// <param name="update">The operation's request, its ids left empty.</param>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="stay">The hub's id of the stay; empty for an admission.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<DischargeStatus> Take(Call call, object update, string requestId, string stay, CancellationToken ct) => update switch
    {
        RecordAdmission.Request r => admit.Run(call, r with { RequestId = requestId }, ct),
        ReviewCriteriaToReside.Request r => review.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        AssignPathway.Request r => assign.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        AllocateWorker.Request r => allocate.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        StartAssessment.Request r => start.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        RecordDelay.Request r => delay.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        ConfirmDischarge.Request r => confirm.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        CancelDischarge.Request r => cancel.Run(call, r with { RequestId = requestId, DischargeId = stay }, ct),
        _ => throw new ArgumentOutOfRangeException(nameof(update)),
    };
}
