using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>A discharge as it stands. FHIR: Encounter with the hub's extensions.</summary>
/// <param name="status">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
/// <param name="today">The day up to which days are counted.</param>
public sealed class DischargeGraph(DischargeStatus status, DischargeWordsGraph words, DateOnly today) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string Name = "Discharge";

    /// <summary>The parts that are read only when they are asked for.</summary>
    internal static readonly string[] DetailFields = ["patient", "reviews", "pathwayDecisions", "allocations", "delays"];

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(Name, status.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: Encounter.id.</summary>
    public Guid DischargeId => status.Id;

    /// <summary>Ten digits; absent when the person has none. FHIR: Patient.identifier.</summary>
    public string? NhsNumber => status.NhsNumber;

    /// <summary>UK Core NHSNumberVerificationStatus, 01 to 08.</summary>
    public CodingGraph NhsNumberStatus => words.Code(Patients.NhsNumberStatus.CodeSystem, status.NhsNumberStatus)!;

    /// <summary>Where the stay is.</summary>
    public DischargeState State => status.State;

    /// <summary>What the latest review found; absent before the first.</summary>
    public CriteriaToResideGraph? CriteriaToReside =>
        status.MeetsCriteria is { } meets ? (meets ? CriteriaToResideGraph.Met : CriteriaToResideGraph.NotMet) : null;

    /// <summary>
    /// Discharge Ready Date: the day on which the current (or, once discharged, the final) period of not meeting the criteria began. Absent
    /// while the person meets them, and for a stay of no night. Hub extension discharge-ready-date.
    /// </summary>
    public DateOnly? DischargeReadyDate => status.DischargeReadyDate;

    /// <summary>Nights from the Discharge Ready Date to today, or to the day of discharge; absent when there is no such date.</summary>
    public int? DaysSinceReady => status.DaysSinceReady(today);

    /// <summary>Hub code system discharge-pathway; absent until assigned. FHIR: ServiceRequest.code.</summary>
    public CodingGraph? Pathway => words.Code(DischargeCodes.Pathway, status.Pathway);

    /// <summary>What has to happen next; absent when the stay is closed.</summary>
    public NextActionGraph? NextAction => status.NextAction is { } next ? new NextActionGraph(next) : null;

    /// <summary>Changes with every change; give it with the next change, so that nothing is overwritten unseen.</summary>
    public string Etag => status.Etag;

    /// <summary>ODS code of the trust. FHIR: Encounter.serviceProvider.</summary>
    public string Trust => status.Trust;

    /// <summary>ODS site code. FHIR: Encounter.location (site).</summary>
    public string Site => status.Site;

    /// <summary>Ward. FHIR: Encounter.location (ward).</summary>
    public string Ward => status.Ward;

    /// <summary>The moves between wards, in their order. FHIR: Encounter.location.</summary>
    public IEnumerable<WardMoveGraph> WardMoves => status.WardMoves.Select(move => new WardMoveGraph(move));

    /// <summary>The trust's own number of the spell. FHIR: Encounter.identifier.</summary>
    public string SpellIdentifier => status.SpellIdentifier;

    /// <summary>Moment of admission. FHIR: Encounter.period.start.</summary>
    public DateTimeOffset AdmittedAt => status.AdmittedAt;

    /// <summary>UK Core AdmissionMethodEngland. FHIR: Encounter.hospitalization extension AdmissionMethod.</summary>
    public CodingGraph? AdmissionMethod => words.Code(DischargeCodes.AdmissionMethod, status.AdmissionMethod);

    /// <summary>UK Core SourceOfAdmissionEngland. FHIR: Encounter.hospitalization.admitSource.</summary>
    public CodingGraph? AdmitSource => words.Code(DischargeCodes.AdmitSource, status.AdmitSource);

    /// <summary>Moment of the latest review.</summary>
    public DateTimeOffset? LastReviewedAt => status.LastReviewedAt;

    /// <summary>Day on which the ward expects to discharge. Hub extension planned-discharge-date.</summary>
    public DateOnly? PlannedDischargeDate => status.PlannedDischargeDate;

    /// <summary>Moment of leaving. FHIR: Encounter.period.end.</summary>
    public DateTimeOffset? DischargedAt => status.DischargedAt;

    /// <summary>UK Core DischargeMethodEngland. FHIR: extension DischargeMethod.</summary>
    public CodingGraph? DischargeMethod => words.Code(DischargeCodes.DischargeMethod, status.DischargeMethod);

    /// <summary>UK Core DischargeDestinationEngland. FHIR: Encounter.hospitalization.dischargeDisposition.</summary>
    public CodingGraph? DischargeDestination => words.Code(DischargeCodes.DischargeDestination, status.DischargeDestination);

    /// <summary>Why the discharge was cancelled. FHIR: Task.statusReason.</summary>
    public CodingGraph? CancelReason => words.Code(DischargeCodes.CancelReason, status.CancelReason);

    /// <summary>Free text of the cancellation. FHIR: Task.statusReason.text.</summary>
    public string? CancelReasonText => status.CancelReasonText;

    /// <summary>Moment of the latest change.</summary>
    public DateTimeOffset ChangedAt => status.ChangedAt;

    /// <summary>The latest referral of the person to a community service from this stay; null when there is none, and in changes and subscriptions.</summary>
    public OnwardReferralGraph? Referral => status.Referral is { } onward ? new OnwardReferralGraph(onward, words) : null;

    /// <summary>When the ward first referred to the care transfer hub. Hub extension care-transfer-hub-referred-at.</summary>
    public DateTimeOffset? CareTransferHubReferredAt => status.CareTransferHubReferredAt;

    /// <summary>By when the assessment of needs is to begin: 24 hours after the referral, unless the hub's operator says otherwise. Hub extension assessment-due-at.</summary>
    public DateTimeOffset? AssessmentDueAt => status.AssessmentDueAt;

    /// <summary>When the assessment of needs began. Hub extension assessment-started-at.</summary>
    public DateTimeOffset? AssessmentStartedAt => status.AssessmentStartedAt;

    /// <summary>When somebody was first named who arranges the discharge. Hub extension worker-allocated-at.</summary>
    public DateTimeOffset? AllocatedAt => status.AllocatedAt;

    /// <summary>By when the person is to have left: 7 days after the first naming, unless the hub's operator says otherwise. Hub extension discharge-due-at.</summary>
    public DateTimeOffset? DischargeDueAt => status.DischargeDueAt;

    /// <summary>Days from the first naming to today, or to the day of discharge; absent before it.</summary>
    public int? DaysSinceAllocation => status.DaysSinceAllocation(today);

    /// <summary>Who arranges the discharge now. FHIR: Encounter.participant.</summary>
    public AllocatedWorkerGraph? Worker => status.Worker is { } worker ? new AllocatedWorkerGraph(worker) : null;

    /// <summary>The latest reason for delay since the person was ready. FHIR: Flag.</summary>
    public DelayReasonGraph? Delay => status is { DelayReason: { } reason, DelayedOn: { } on } ? new DelayReasonGraph(on, reason, null, words) : null;

    /// <summary>What a change took but found odd; empty elsewhere.</summary>
    public IEnumerable<WarningGraph> Warnings => status.Warnings.Select(warning => new WarningGraph(warning));

    /// <summary>The person. Told by dischargeStatus, discharges and node; absent in the answer to a change and in events.</summary>
    public PatientGraph? Patient => status.Detail is { } detail ? new PatientGraph(detail.Patient) : null;

    /// <summary>All reviews, oldest first. Told where the person is told.</summary>
    public IEnumerable<CriteriaReviewGraph>? Reviews => status.Detail?.Reviews.Select(review => new CriteriaReviewGraph(review, words));

    /// <summary>All pathway decisions, oldest first. Told where the person is told.</summary>
    public IEnumerable<PathwayDecisionGraph>? PathwayDecisions => status.Detail?.PathwayDecisions.Select(decision => new PathwayDecisionGraph(decision, words));

    /// <summary>Everybody who was named to arrange the discharge, oldest first. Told where the person is told.</summary>
    public IEnumerable<AllocatedWorkerGraph>? Allocations =>
        status.Detail?.Allocations.Select(a => new AllocatedWorkerGraph(new AllocatedWorker(a.AllocatedAt, a.Organization, a.Team, a.Role, a.Worker)));

    /// <summary>All reasons for delay, oldest first. Told where the person is told.</summary>
    public IEnumerable<DelayReasonGraph>? Delays => status.Detail?.Delays.Select(delay => new DelayReasonGraph(delay.DelayedOn, delay.Reason, delay, words));
}
