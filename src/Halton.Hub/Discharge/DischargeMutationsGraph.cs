using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge;

/// <summary>What can be changed about discharges. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class DischargeMutationsGraph(
    RecordAdmission recordAdmission,
    ReviewCriteriaToReside reviewCriteria,
    AssignPathway assignPathway,
    AllocateWorker allocateWorker,
    StartAssessment startAssessment,
    RecordDelay recordDelay,
    MoveToWard moveToWard,
    ConfirmDischarge confirmDischarge,
    CancelDischarge cancelDischarge,
    DischargeWordsGraph words)
{
    /// <summary>
    /// Records an admission and opens the stay. ALREADY_EXISTS: ALREADY_ADMITTED (the person has an open stay with this trust),
    /// SPELL_ALREADY_RECORDED. Needs scope system/Encounter.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The admission.</param>
    public async Task<DischargeGraph> RecordAdmission(IResolveFieldContext context, RecordAdmissionInputGraph input) =>
        words.Tell(await recordAdmission.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Records one review of the 11 criteria to reside. Reviews may arrive late and out of order. FAILED_PRECONDITION: STAY_CLOSED. ABORTED:
    /// ETAG_MISMATCH. ALREADY_EXISTS: REVIEW_ALREADY_RECORDED. Needs scope system/Observation.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The review.</param>
    public async Task<DischargeGraph> ReviewCriteriaToReside(IResolveFieldContext context, ReviewCriteriaToResideInputGraph input) =>
        words.Tell(await reviewCriteria.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Assigns, or changes, the discharge pathway P0 to P3. Each decision stays in the history. FAILED_PRECONDITION: STAY_CLOSED. ABORTED:
    /// ETAG_MISMATCH. Needs scope system/ServiceRequest.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The decision.</param>
    public async Task<DischargeGraph> AssignPathway(IResolveFieldContext context, AssignPathwayInputGraph input) =>
        words.Tell(await assignPathway.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Names who arranges the discharge, once the ward has referred to the care transfer hub; again when somebody else takes over. FAILED_PRECONDITION:
    /// STAY_CLOSED, NOT_REFERRED. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The naming.</param>
    public async Task<DischargeGraph> AllocateWorker(IResolveFieldContext context, AllocateWorkerInputGraph input) =>
        words.Tell(await allocateWorker.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// The assessment of needs begins, once: the clock of 24 hours that the ward's referral started stops. FAILED_PRECONDITION: STAY_CLOSED, NOT_REFERRED,
    /// ASSESSMENT_ALREADY_STARTED. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The start.</param>
    public async Task<DischargeGraph> StartAssessment(IResolveFieldContext context, StartAssessmentInputGraph input) =>
        words.Tell(await startAssessment.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Says why a person who was ready was still in hospital on a day. The latest word on a day counts; all are kept. FAILED_PRECONDITION: STAY_CLOSED,
    /// NOT_READY_THEN. ABORTED: ETAG_MISMATCH. Needs scope system/Flag.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The reason.</param>
    public async Task<DischargeGraph> RecordDelay(IResolveFieldContext context, RecordDelayInputGraph input) =>
        words.Tell(await recordDelay.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Says that the person was moved to another ward of the same site; one told late takes its place among those told before. FAILED_PRECONDITION: STAY_CLOSED,
    /// ALREADY_ON_WARD. ALREADY_EXISTS: MOVED_AT_THAT_MOMENT. ABORTED: ETAG_MISMATCH. Needs scope system/Encounter.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The move.</param>
    public async Task<DischargeGraph> MoveToWard(IResolveFieldContext context, MoveToWardInputGraph input) =>
        words.Tell(await moveToWard.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Confirms that the person has left hospital. FAILED_PRECONDITION: STAY_CLOSED, STILL_MEETS_CRITERIA, PATHWAY_NOT_ASSIGNED. ABORTED:
    /// ETAG_MISMATCH. Needs scope system/Encounter.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The leaving.</param>
    public async Task<DischargeGraph> ConfirmDischarge(IResolveFieldContext context, ConfirmDischargeInputGraph input) =>
        words.Tell(await confirmDischarge.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Cancels the discharge with one of the 13 national withdrawal reasons. FAILED_PRECONDITION: STAY_CLOSED. ABORTED: ETAG_MISMATCH. Needs
    /// scope system/Encounter.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The cancellation.</param>
    public async Task<DischargeGraph> CancelDischarge(IResolveFieldContext context, CancelDischargeInputGraph input) =>
        words.Tell(await cancelDischarge.Run(context.Call(), input.Read(), context.CancellationToken));
}
