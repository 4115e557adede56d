using Halton.Hub.Patients;

namespace Halton.Hub.Referrals;

/// <summary>A person referred to a community service, and what becomes of it. FHIR: ServiceRequest and Task.</summary>
public sealed class Referral
{
    /// <summary>The requester has asked.</summary>
    public const string Requested = "requested";

    /// <summary>The service has triaged it.</summary>
    public const string Received = "received";

    /// <summary>The service takes it.</summary>
    public const string Accepted = "accepted";

    /// <summary>Somebody of the service has seen the person.</summary>
    public const string InProgress = "in-progress";

    /// <summary>The service has done its work.</summary>
    public const string Completed = "completed";

    /// <summary>The service does not take it.</summary>
    public const string Rejected = "rejected";

    /// <summary>Another service goes on with it.</summary>
    public const string Redirected = "redirected";

    /// <summary>It is not needed any more.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The states in which something is still to come.</summary>
    public static IReadOnlyList<string> OpenStates { get; } = [Requested, Received, Accepted, InProgress];

    /// <summary>All states.</summary>
    public static IReadOnlyList<string> States { get; } = [.. OpenStates, Completed, Rejected, Redirected, Cancelled];

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The journey that it belongs to.</summary>
    public required Guid JourneyId { get; init; }

    /// <summary>When the journey began.</summary>
    public required DateTimeOffset JourneyStartedAt { get; init; }

    /// <summary>The referral that this one goes on from.</summary>
    public Guid? RedirectedFrom { get; init; }

    /// <summary>The referral that goes on from this one.</summary>
    public Guid? RedirectedTo { get; private set; }

    /// <summary>Code of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Code of the organisation that runs the service.</summary>
    public required string Performer { get; init; }

    /// <summary>Code of the organisation that refers.</summary>
    public required string Requester { get; init; }

    /// <summary>Code of the trust whose patient the person is, when it comes from a stay.</summary>
    public string? Trust { get; init; }

    /// <summary>Code of the council where the person lives.</summary>
    public string? Council { get; init; }

    /// <summary>The stay in hospital.</summary>
    public Guid? StayId { get; init; }

    /// <summary>Ten digits, when known.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>UK Core verification status of the number.</summary>
    public required string NhsNumberStatus { get; init; }

    /// <summary>The person.</summary>
    public required Patient Patient { get; init; }

    /// <summary>Whether the person is in a hospital bed.</summary>
    public required bool FromHospitalBed { get; init; }

    /// <summary>The tier that the requester asked for.</summary>
    public required string RequestedTier { get; init; }

    /// <summary>The tier as it stands.</summary>
    public required string Tier { get; set; }

    /// <summary>Codes of the conditions.</summary>
    public required List<string> Conditions { get; set; }

    /// <summary>What happened and what is needed.</summary>
    public required string ReasonText { get; set; }

    /// <summary>Day that was agreed for the person to come home.</summary>
    public DateOnly? AgreedOn { get; set; }

    /// <summary>Where it stands.</summary>
    public string State { get; private set; } = Requested;

    /// <summary>When the requester decided.</summary>
    public required DateTimeOffset ReferredAt { get; init; }

    /// <summary>When the hub had it for the service: both clocks start.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the service first looked at it.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>When the service accepted it.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>When somebody of the service first saw the person: both clocks stop.</summary>
    public DateTimeOffset? FirstContactAt { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the clock that always runs is out.</summary>
    public required DateTimeOffset DueElapsed { get; set; }

    /// <summary>When the clock of the service's hours is out.</summary>
    public required DateTimeOffset DueService { get; set; }

    /// <summary>The breach time.</summary>
    public required DateTimeOffset BreachAt { get; set; }

    /// <summary>When the clock is to say that little time is left.</summary>
    public required DateTimeOffset WarnAt { get; set; }

    /// <summary>What the clock has said: nothing, that little time is left, or that time is out.</summary>
    public string? ToldOf { get; private set; }

    /// <summary>Why it ended, with what its state says it is.</summary>
    public string? EndReason { get; private set; }

    /// <summary>What was said besides.</summary>
    public string? EndText { get; private set; }

    /// <summary>How it came out.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Day on which the follow-up falls due.</summary>
    public DateOnly? FollowUpDue { get; private set; }

    /// <summary>When the clock asked for it.</summary>
    public DateTimeOffset? FollowUpAskedAt { get; private set; }

    /// <summary>Day on which somebody found out where the person was.</summary>
    public DateOnly? FollowedUpOn { get; private set; }

    /// <summary>Where the person was.</summary>
    public string? FollowUpOutcome { get; private set; }

    /// <summary>All triages, allocations and contacts.</summary>
    public ReferralHistory History { get; private set; } = new([], [], []);

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The etag.</summary>
    public string Etag => $"r{Version}";

    /// <summary>Whether something is still to come.</summary>
    public bool Open => OpenStates.Contains(State);

    /// <summary>The exclusions that the latest triage found.</summary>
    public IReadOnlyList<string> Exclusions => History.Triages is [.., var latest] ? latest.Exclusions : [];

    /// <summary>The service says how urgent it is. Faults: REFERRAL_ENDED, RESPONSE_BEGUN.</summary>
    internal void TriageAs(Triage triage, DateOnly? agreedOn, ReferralTiming timing, DateTimeOffset now)
    {
        DemandOpen();
        if (State == InProgress)
        {
            throw ReferralFaults.ResponseBegun();
        }

        (Tier, Conditions, AgreedOn) = (triage.Tier, [.. triage.Conditions], agreedOn);
        Keep(timing);
        ReceivedAt ??= now;
        State = State == Requested ? Received : State;
        History = History with { Triages = [.. History.Triages, triage with { Version = History.Triages.Count + 1 }] };
        Changed(now);
    }

    /// <summary>The requester says more, or otherwise, of what is asked. Faults: REFERRAL_ENDED, RESPONSE_BEGUN.</summary>
    internal void Amend(IReadOnlyList<string>? conditions, string? reasonText, DateTimeOffset? neededBy, ReferralTiming timing, DateTimeOffset now)
    {
        DemandOpen();
        if (State == InProgress)
        {
            throw ReferralFaults.ResponseBegun();
        }

        (Conditions, ReasonText) = (conditions is null ? Conditions : [.. conditions], reasonText ?? ReasonText);

        // Once the service has triaged, its word on the time counts.
        if (State == Requested && neededBy is not null)
        {
            Keep(timing.By(neededBy));
        }

        Changed(now);
    }

    /// <summary>The service takes it. Faults: REFERRAL_ENDED, NOT_TRIAGED, EXCLUDED, ALREADY_ACCEPTED.</summary>
    internal void Accept(DateTimeOffset now)
    {
        DemandOpen();
        DemandNotAccepted();
        if (State == Requested)
        {
            throw ReferralFaults.NotTriaged();
        }

        if (Exclusions.Count > 0)
        {
            throw ReferralFaults.Excluded();
        }

        (State, AcceptedAt) = (Accepted, now);
        Changed(now);
    }

    /// <summary>The service does not take it. Faults: REFERRAL_ENDED, ALREADY_ACCEPTED.</summary>
    internal void Reject(string reason, string? text, DateTimeOffset now)
    {
        DemandOpen();
        DemandNotAccepted();
        ReceivedAt ??= now;
        End(Rejected, reason, text, now);
    }

    /// <summary>Another service goes on with it. Faults: REFERRAL_ENDED.</summary>
    internal void Redirect(Guid to, string reason, string? text, DateTimeOffset now)
    {
        DemandOpen();
        ReceivedAt ??= now;
        RedirectedTo = to;
        End(Redirected, reason, text, now);
    }

    /// <summary>A team is named. Faults: REFERRAL_ENDED, NOT_ACCEPTED.</summary>
    internal void Allocate(Allocation allocation, DateTimeOffset now)
    {
        DemandOpen();
        DemandAccepted();
        History = History with { Allocations = [.. History.Allocations, allocation] };
        Changed(now);
    }

    /// <summary>Somebody was in touch. Faults: REFERRAL_ENDED, NOT_ACCEPTED, NOT_ALLOCATED, BEFORE_REFERRAL.</summary>
    internal void Meet(Contact contact, DateTimeOffset now)
    {
        DemandOpen();
        DemandAccepted();
        if (History.Allocations.Count == 0)
        {
            throw ReferralFaults.NotAllocated();
        }

        DemandAfterReferral(contact.ContactedAt, "contacted_at");
        History = History with { Contacts = [.. History.Contacts.Append(contact).OrderBy(c => c.ContactedAt)] };
        if (contact.Kind == ReferralCodes.FaceToFace)
        {
            FirstContactAt = FirstContactAt is { } first && first < contact.ContactedAt ? first : contact.ContactedAt;
            State = InProgress;
        }

        Changed(now);
    }

    /// <summary>The work is done. Faults: REFERRAL_ENDED, NOT_ACCEPTED, NO_CONTACT_YET.</summary>
    internal void Complete(string outcome, string? text, DateOnly? followUpDue, DateTimeOffset now)
    {
        DemandOpen();
        DemandAccepted();
        if (State != InProgress)
        {
            throw ReferralFaults.NoContactYet();
        }

        (Outcome, FollowUpDue) = (outcome, ReferralCodes.EndsFollowUp.Contains(outcome) ? null : followUpDue);
        End(Completed, null, text, now);
    }

    /// <summary>It is not needed any more. Faults: REFERRAL_ENDED.</summary>
    internal void Cancel(string reason, string? text, DateTimeOffset now)
    {
        DemandOpen();
        End(Cancelled, reason, text, now);
    }

    /// <summary>Where the person is some time later. Faults: NOT_COMPLETED, NO_FOLLOW_UP, FOLLOW_UP_RECORDED, FOLLOW_UP_NOT_DUE.</summary>
    internal void FollowUp(string outcome, DateOnly on, DateTimeOffset now)
    {
        if (State != Completed)
        {
            throw ReferralFaults.NotCompleted();
        }

        if (FollowUpDue is not { } due)
        {
            throw ReferralFaults.NoFollowUp();
        }

        if (FollowedUpOn is not null)
        {
            throw ReferralFaults.FollowUpRecorded();
        }

        if (on < due)
        {
            throw ReferralFaults.FollowUpNotDue(due);
        }

        (FollowUpOutcome, FollowedUpOn) = (outcome, on);
        Changed(now);
    }

    /// <summary>What the clock has to say now; each thing once. Null when nothing.</summary>
    internal string? Remind(DateTimeOffset now, DateOnly today)
    {
        var kind = this switch
        {
            { Open: true, FirstContactAt: null } when now >= BreachAt && ToldOf != ReferralEvents.Breached => ReferralEvents.Breached,
            { Open: true, FirstContactAt: null, ToldOf: null } when now >= WarnAt && now < BreachAt => ReferralEvents.Approaching,
            { FollowUpDue: { } due, FollowUpAskedAt: null, FollowedUpOn: null } when due <= today => ReferralEvents.FollowUpDue,
            _ => null,
        };
        if (kind is null)
        {
            return null;
        }

        (ToldOf, FollowUpAskedAt) = kind == ReferralEvents.FollowUpDue ? (ToldOf, now) : (kind, FollowUpAskedAt);
        Changed(now);
        return kind;
    }

    /// <summary>Refuses a moment before the referral; callers' clocks, and whole seconds, may be a minute behind.</summary>
    internal void DemandAfterReferral(DateTimeOffset moment, string field)
    {
        if (moment < ReferredAt.AddMinutes(-1))
        {
            throw Foundation.Fault.Invalid(field, "BEFORE_REFERRAL", "The moment is before the referral.");
        }
    }

    private void Keep(ReferralTiming timing)
    {
        // A breach time that has moved is told of anew.
        ToldOf = timing.BreachAt > BreachAt ? null : ToldOf;
        (DueElapsed, DueService, BreachAt, WarnAt) = (timing.DueElapsed, timing.DueService, timing.BreachAt, timing.WarnAt);
    }

    private void DemandOpen()
    {
        if (!Open)
        {
            throw ReferralFaults.Ended();
        }
    }

    private void DemandAccepted()
    {
        if (State is Requested or Received)
        {
            throw ReferralFaults.NotAccepted();
        }
    }

    private void DemandNotAccepted()
    {
        if (State is Accepted or InProgress)
        {
            throw ReferralFaults.AlreadyAccepted();
        }
    }

    private void End(string state, string? reason, string? text, DateTimeOffset now)
    {
        (State, EndReason, EndText, EndedAt) = (state, reason, text, now);
        Changed(now);
    }

    private void Changed(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now);
}
