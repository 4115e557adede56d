using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Discharge;

/// <summary>Reads requests of the discharge service into the operations' own.</summary>
internal static class DischargeRequests
{
    /// <summary>Reads it.</summary>
    public static RecordAdmission.Request Read(RecordAdmissionRequest r) => new(
        r.RequestId,
        r.NhsNumber,
        WireCoding.Read(r.NhsNumberStatus),
        WirePatient.Read(r.Patient),
        r.SpellIdentifier,
        r.Site,
        r.Ward,
        WireMoment.Read(r.AdmittedAt, "admitted_at"),
        WireCoding.Read(r.AdmissionMethod),
        WireCoding.Read(r.AdmitSource),
        r.PlannedDischargeDate);

    /// <summary>Reads it.</summary>
    public static ReviewCriteriaToReside.Request Read(ReviewCriteriaToResideRequest r) =>
        new(r.RequestId, r.DischargeId, WireMoment.Read(r.ReviewedAt, "reviewed_at"), [.. r.Criteria.Select(c => WireCoding.Read(c)!)], r.ReviewerRole, r.Etag.Given());

    /// <summary>Reads it.</summary>
    public static AssignPathway.Request Read(AssignPathwayRequest r) =>
        new(r.RequestId, r.DischargeId, WireCoding.Read(r.Pathway), WireMoment.Read(r.DecidedAt, "decided_at"), r.DecidedByRole, r.CareTransferHubReferred, r.Etag);

    /// <summary>Reads it.</summary>
    public static AllocateWorker.Request Read(AllocateWorkerRequest r) =>
        new(r.RequestId, r.DischargeId, WireMoment.Read(r.AllocatedAt, "allocated_at"), r.Team.Given(), r.Role, r.Worker.Given(), r.Etag);

    /// <summary>Reads it.</summary>
    public static StartAssessment.Request Read(StartAssessmentRequest r) =>
        new(r.RequestId, r.DischargeId, WireMoment.Read(r.StartedAt, "started_at"), r.StartedByRole, r.Etag.Given());

    /// <summary>Reads it.</summary>
    public static RecordDelay.Request Read(RecordDelayRequest r) =>
        new(r.RequestId, r.DischargeId, r.DelayedOn.Given(), WireCoding.Read(r.Reason), r.RecordedByRole, r.Note.Given(), r.Etag.Given());

    /// <summary>Reads it.</summary>
    public static MoveToWard.Request Read(MoveToWardRequest r) => new(r.RequestId, r.DischargeId, r.Ward, WireMoment.Read(r.MovedAt, "moved_at"), r.Etag.Given());

    /// <summary>Reads it.</summary>
    public static ConfirmDischarge.Request Read(ConfirmDischargeRequest r) =>
        new(r.RequestId, r.DischargeId, WireMoment.Read(r.DischargedAt, "discharged_at"), WireCoding.Read(r.DischargeMethod), WireCoding.Read(r.DischargeDestination), r.Etag);

    /// <summary>Reads it.</summary>
    public static CancelDischarge.Request Read(CancelDischargeRequest r) => new(r.RequestId, r.DischargeId, WireCoding.Read(r.Reason), r.ReasonText, r.Etag);

    /// <summary>Reads the filters of a list.</summary>
    public static DischargeFilter Read(ListDischargesRequest r)
    {
        var check = new FieldChecks();
        check.That(r.States.Count <= 5, "states", "TOO_MANY", "At most 5.");
        check.That(r.States.All(s => s != Wire.DischargeState.Unspecified && System.Enum.IsDefined(s)), "states", "CODE_UNKNOWN", "Admitted, ready, planned, discharged, cancelled.");
        check.That(r.Pathways.All(p => p is "P0" or "P1" or "P2" or "P3"), "pathways", "CODE_UNKNOWN", "P0, P1, P2, P3.");
        check.That(r.Pathways.Count <= 4, "pathways", "TOO_MANY", "At most 4.");
        var filter = new DischargeFilter
        {
            Site = check.OptionalText(r.Site, "site", 20),
            Ward = check.OptionalText(r.Ward, "ward", 60),
            States = [.. r.States.Select(s => (DischargeState)(int)s).Distinct().Order()],
            Pathways = [.. r.Pathways.Distinct().Order()],
            ReadyFrom = check.OptionalDay(r.ReadyFrom, "ready_from"),
            ReadyTo = check.OptionalDay(r.ReadyTo, "ready_to"),
            ChangedSince = WireMoment.Read(r.ChangedSince, "changed_since"),
        };
        check.Settle();
        return filter;
    }
}
