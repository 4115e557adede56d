using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Referrals.Graph;

/// <summary>A person referred to a community service. FHIR: ServiceRequest (what is asked) and Task (what becomes of it).</summary>
/// <param name="state">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ReferralGraph(ReferralState state, ReferralWordsGraph words) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string TypeName = "Referral";

    /// <summary>Fields that need the referral in full.</summary>
    internal static readonly string[] DetailFields = ["patient", "triages", "allocations", "contacts"];

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(TypeName, state.Id).ToString();

    /// <summary>The hub's id, a UUID. FHIR: ServiceRequest.id.</summary>
    public Guid ReferralId => state.Id;

    /// <summary>The journey that it belongs to: a referral that is redirected goes on under the same one. FHIR: ServiceRequest.requisition.</summary>
    public Guid JourneyId => state.JourneyId;

    /// <summary>When the journey began: the first referral's moment.</summary>
    public DateTimeOffset JourneyStartedAt => state.JourneyStartedAt;

    /// <summary>requested, received, accepted, in-progress, completed, rejected, redirected or cancelled. FHIR: Task.status and ServiceRequest.status.</summary>
    public string State => state.State;

    /// <summary>Code of the service that it is with. FHIR: ServiceRequest.performer.</summary>
    public string Service => state.Service;

    /// <summary>Code of the organisation that runs the service. FHIR: Task.owner.</summary>
    public string Performer => state.Performer;

    /// <summary>Code of the organisation that refers. FHIR: ServiceRequest.requester.</summary>
    public string Requester => state.Requester;

    /// <summary>Code of the trust whose patient the person is, when it comes from a stay in hospital.</summary>
    public string? Trust => state.Trust;

    /// <summary>Code of the council where the person lives; absent when it takes no part in the hub.</summary>
    public string? Council => state.Council;

    /// <summary>The hub's id of the discharge that it belongs to. FHIR: ServiceRequest.encounter.</summary>
    public Guid? DischargeId => state.StayId;

    /// <summary>Ten digits; absent when not known. FHIR: ServiceRequest.subject.identifier.</summary>
    public string? NhsNumber => state.NhsNumber;

    /// <summary>How sure the number is, UK Core NHSNumberVerificationStatusEngland.</summary>
    public CodingGraph NhsNumberStatus => words.Code(Patients.NhsNumberStatus.CodeSystem, state.NhsNumberStatus)!;

    /// <summary>The person. A restricted one shows no address, telephone or practice but to the trust, or, without one, to the requester. FHIR: Patient.</summary>
    public PatientGraph? Patient => state.Patient is { } patient ? new PatientGraph(patient) : null;

    /// <summary>Whether the person is in a hospital bed.</summary>
    public bool FromHospitalBed => state.FromHospitalBed;

    /// <summary>How fast the requester asked for, hub code system referral-tier.</summary>
    public CodingGraph RequestedTier => words.Code(ReferralCodes.Tier, state.RequestedTier)!;

    /// <summary>How fast the service answers, as triage has it, hub code system referral-tier. FHIR: ServiceRequest.category.</summary>
    public CodingGraph Tier => words.Code(ReferralCodes.Tier, state.Tier)!;

    /// <summary>FHIR request-priority of the tier: routine, urgent, asap or stat. FHIR: ServiceRequest.priority.</summary>
    public string? Priority => words.Priority(state.Tier);

    /// <summary>What is the matter, hub code system urgent-response-condition. FHIR: ServiceRequest.reasonCode.</summary>
    public IEnumerable<CodingGraph> Conditions => words.Codes(ReferralCodes.Condition, state.Conditions);

    /// <summary>What happened and what is needed, in words. FHIR: ServiceRequest.note.</summary>
    public string ReasonText => state.ReasonText;

    /// <summary>Day that was agreed for the person to come home.</summary>
    public DateOnly? AgreedOn => state.AgreedOn;

    /// <summary>When the requester decided. FHIR: ServiceRequest.authoredOn.</summary>
    public DateTimeOffset ReferredAt => state.ReferredAt;

    /// <summary>Both clocks.</summary>
    public ReferralClockGraph Clock => new(state, words.Read(state));

    /// <summary>When the service first looked at it.</summary>
    public DateTimeOffset? ReceivedAt => state.ReceivedAt;

    /// <summary>When the service accepted it.</summary>
    public DateTimeOffset? AcceptedAt => state.AcceptedAt;

    /// <summary>When somebody of the service first saw the person. FHIR: Task.executionPeriod.start.</summary>
    public DateTimeOffset? FirstContactAt => state.FirstContactAt;

    /// <summary>When it ended. FHIR: Task.executionPeriod.end.</summary>
    public DateTimeOffset? EndedAt => state.EndedAt;

    /// <summary>All triages, the latest last.</summary>
    public IEnumerable<TriageGraph>? Triages => state.History?.Triages.Select(triage => new TriageGraph(triage, words));

    /// <summary>All allocations, the latest last.</summary>
    public IEnumerable<AllocationGraph>? Allocations => state.History?.Allocations.Select(allocation => new AllocationGraph(allocation, words));

    /// <summary>All contacts, in the order in which they took place.</summary>
    public IEnumerable<ContactGraph>? Contacts => state.History?.Contacts.Select(contact => new ContactGraph(contact, words));

    /// <summary>Why it was rejected or redirected, code system dos-rejected-reasons. FHIR: Task.statusReason.</summary>
    public CodingGraph? RejectionReason => words.Code(ReferralCodes.RejectionReason, state.ReasonOf(Referral.Rejected, Referral.Redirected));

    /// <summary>Why it was cancelled, hub code system referral-cancel-reason. FHIR: Task.statusReason.</summary>
    public CodingGraph? CancelReason => words.Code(ReferralCodes.CancelReason, state.ReasonOf(Referral.Cancelled));

    /// <summary>What was said besides, when it ended.</summary>
    public string? EndText => state.EndText;

    /// <summary>How it came out, hub code system referral-outcome. FHIR: Task.output.</summary>
    public CodingGraph? Outcome => words.Code(ReferralCodes.Outcome, state.Outcome);

    /// <summary>The look at where the person is some time later; absent when there is none to come.</summary>
    public FollowUpGraph? FollowUp => state.FollowUpDue is { } due ? new FollowUpGraph(state, due, words) : null;

    /// <summary>The hub's id of the referral that this one goes on from. FHIR: ServiceRequest.replaces.</summary>
    public Guid? RedirectedFrom => state.RedirectedFrom;

    /// <summary>The hub's id of the referral that goes on from this one.</summary>
    public Guid? RedirectedTo => state.RedirectedTo;

    /// <summary>Changes with every change.</summary>
    public string Etag => state.Etag;

    /// <summary>Moment of the latest change. FHIR: meta.lastUpdated.</summary>
    public DateTimeOffset ChangedAt => state.ChangedAt;
}
