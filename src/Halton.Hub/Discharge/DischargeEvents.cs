using Halton.Hub.Data;

namespace Halton.Hub.Discharge;

/// <summary>What the slice tells of its changes.</summary>
internal static class DischargeEvents
{
    /// <summary>A stay was opened.</summary>
    public const string Admitted = "discharge.admitted";

    /// <summary>The criteria to reside were reviewed.</summary>
    public const string CriteriaReviewed = "discharge.criteria-reviewed";

    /// <summary>A pathway was assigned.</summary>
    public const string PathwayAssigned = "discharge.pathway-assigned";

    /// <summary>Somebody was named who arranges the discharge.</summary>
    public const string WorkerAllocated = "discharge.worker-allocated";

    /// <summary>The assessment of needs began.</summary>
    public const string AssessmentStarted = "discharge.assessment-started";

    /// <summary>A reason for delay was recorded.</summary>
    public const string DelayRecorded = "discharge.delay-recorded";

    /// <summary>The person was moved to another ward.</summary>
    public const string WardMoved = "discharge.ward-moved";

    /// <summary>Little time is left for the assessment to begin.</summary>
    public const string AssessmentApproaching = "discharge.assessment-approaching";

    /// <summary>The assessment has not begun in time.</summary>
    public const string AssessmentBreached = "discharge.assessment-breached";

    /// <summary>Little time is left for the discharge since a worker was named.</summary>
    public const string DischargeApproaching = "discharge.discharge-approaching";

    /// <summary>The person has not left in time since a worker was named.</summary>
    public const string DischargeBreached = "discharge.discharge-breached";

    /// <summary>The person has left.</summary>
    public const string Confirmed = "discharge.confirmed";

    /// <summary>The discharge was cancelled.</summary>
    public const string Cancelled = "discharge.cancelled";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } =
        new[]
        {
            Admitted, CriteriaReviewed, PathwayAssigned, WorkerAllocated, AssessmentStarted, DelayRecorded, WardMoved, AssessmentApproaching, AssessmentBreached, DischargeApproaching, DischargeBreached,
            Confirmed, Cancelled,
        }.ToDictionary(kind => kind, _ => typeof(DischargeStatus));

    /// <summary>Tells of a change and answers with the status that it left.</summary>
    public static DischargeStatus Tell(this Save save, string kind, DischargeStatus status)
    {
        save.Tell(kind, status.Id, "discharge.audience", status.Warnings.Count == 0 ? status : status with { Warnings = [] });
        return status;
    }
}
