using Halton.Hub.Access;

namespace Halton.Hub.Discharge;

/// <summary>Who may call what on discharges, and which rows they see: their own patients (trusts), their residents (councils).</summary>
public static class DischargePolicy
{
    private const string Service = "halton.hub.discharge.v1.DischargeService/";
    private const string Seen = "an access row relates the organisation to the stay";

    private static readonly HashSet<OrganizationKind> Trusts = [OrganizationKind.AcuteTrust];
    private static readonly HashSet<OrganizationKind> TrustsAndCouncils = [OrganizationKind.AcuteTrust, OrganizationKind.Council];

    private static readonly HashSet<OrganizationKind> ThoseOfPackages = [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.HomeCareProvider];

    private static readonly HashSet<OrganizationKind> HealthAndCare =
        [OrganizationKind.AcuteTrust, OrganizationKind.Council, OrganizationKind.IntermediateCare, OrganizationKind.TrustedAssessor];

    private static readonly HashSet<string> DirectCare = ["TREAT", "ETREAT", "HOPERAT"];

    /// <summary>The slice's part of the access table.</summary>
    public static IReadOnlyList<AccessRule> Rules { get; } =
    [
        new("RecordAdmission", [Service + "RecordAdmission", "care/Mutation.recordAdmission"], "Encounter", 'c', Trusts, DirectCare, "the site is the caller's own"),
        new("ReviewCriteriaToReside", [Service + "ReviewCriteriaToReside", "care/Mutation.reviewCriteriaToReside"], "Observation", 'c', Trusts, DirectCare, Seen),
        new("AssignPathway", [Service + "AssignPathway", "care/Mutation.assignPathway"], "ServiceRequest", 'c', TrustsAndCouncils, DirectCare, Seen),
        new("AllocateWorker", [Service + "AllocateWorker", "care/Mutation.allocateWorker"], "Task", 'u', TrustsAndCouncils, DirectCare, Seen),
        new("StartAssessment", [Service + "StartAssessment", "care/Mutation.startAssessment"], "Task", 'u', TrustsAndCouncils, DirectCare, Seen),
        new("RecordDelay", [Service + "RecordDelay", "care/Mutation.recordDelay"], "Flag", 'c', TrustsAndCouncils, DirectCare, Seen),
        new("MoveToWard", [Service + "MoveToWard", "care/Mutation.moveToWard"], "Encounter", 'u', Trusts, DirectCare, Seen),
        new("ConfirmDischarge", [Service + "ConfirmDischarge", "care/Mutation.confirmDischarge"], "Encounter", 'u', Trusts, DirectCare, Seen),
        new("CancelDischarge", [Service + "CancelDischarge", "care/Mutation.cancelDischarge"], "Encounter", 'u', Trusts, DirectCare, Seen),
        new("GetDischargeStatus", [Service + "GetDischargeStatus", "care/Query.dischargeStatus", "fhir/Encounter.read"], "Encounter", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", [Service + "ListDischarges", "care/Query.discharges", "fhir/Encounter.search"], "Encounter", 's', HealthAndCare, DirectCare, Seen),
        new("ImportUpdates", [Service + "ImportUpdates"], "Encounter", 'u', Trusts, DirectCare, "each item is judged as the call of its kind"),
        new("HoldCarePackage", [Service + "HoldCarePackage", "care/Mutation.holdCarePackage"], "CarePlan", 'c', TrustsAndCouncils, DirectCare, Seen),
        new("ListCarePackages", [Service + "ListCarePackages", "care/Query.carePackages"], "CarePlan", 's', ThoseOfPackages, DirectCare, "the package is the caller's own, or of a stay that the caller may see"),
        new("WatchCarePackages", [Service + "WatchCarePackages", "care/Subscription.carePackageChanged"], "CarePlan", 's', ThoseOfPackages, DirectCare, "the organisation is in the event's audience: the provider, and those with access to the stay"),
        new("GetBoardRound", [Service + "GetBoardRound", "care/Query.boardRound"], "Encounter", 's', TrustsAndCouncils, DirectCare, Seen),
        new("GetDischargeStatus", ["fhir/Observation.read"], "Observation", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", ["fhir/Observation.search"], "Observation", 's', HealthAndCare, DirectCare, Seen),
        new("GetDischargeStatus", ["fhir/Flag.read"], "Flag", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", ["fhir/Flag.search"], "Flag", 's', HealthAndCare, DirectCare, Seen),
        new("GetDischargeStatus", ["fhir/ServiceRequest:care-transfer.read"], "ServiceRequest", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", ["fhir/ServiceRequest:care-transfer.search"], "ServiceRequest", 's', HealthAndCare, DirectCare, Seen),
        new("GetDischargeStatus", ["fhir/Task:care-transfer.read"], "Task", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", ["fhir/Task:care-transfer.search"], "Task", 's', HealthAndCare, DirectCare, Seen),
        new("GetDischargeStatus", ["fhir/Patient:stay.read"], "Patient", 'r', HealthAndCare, DirectCare, Seen),
        new("ListDischarges", ["fhir/Patient:stay.search"], "Patient", 's', HealthAndCare, DirectCare, Seen),
        new("WatchDischarges", [Service + "WatchDischarges", "care/Subscription.dischargeChanged"], "Encounter", 's', HealthAndCare, DirectCare, "the organisation is in the event's audience: those with access when it happened"),
    ];

    /// <summary>The slice's own row filter, on a stay <c>s</c>; the row walls of the database say the same again.</summary>
    /// <param name="organization">The SQL parameter that holds the caller's organisation.</param>
    public static string Visible(string organization) => $"exists (select 1 from discharge.access a where a.stay_id = s.id and a.org = {organization})";

    /// <summary>The stays <c>s</c> of the person who has a number: where it is verified, or the caller's own, since an unverified number must not join two people.</summary>
    /// <param name="number">The SQL parameter that holds ten digits.</param>
    /// <param name="organization">The SQL parameter that holds the caller's organisation.</param>
    public static string Named(string number, string organization) => $"(s.nhs_number = {number} and (s.nhs_number_status = '01' or s.trust = {organization}))";
}
