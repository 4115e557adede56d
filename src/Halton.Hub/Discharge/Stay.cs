using Halton.Hub.Foundation;
using Halton.Hub.Patients;

namespace Halton.Hub.Discharge;

/// <summary>
/// An inpatient stay and its discharge. Its state is never set by hand: it follows from reviews, pathway and the two endings.
/// FHIR: Encounter.
/// </summary>
public sealed class Stay
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the trust that admitted.</summary>
    public required string Trust { get; init; }

    /// <summary>ODS site code.</summary>
    public required string Site { get; init; }

    /// <summary>Ward.</summary>
    public required string Ward { get; set; }

    /// <summary>The moves between wards, in their order.</summary>
    public IReadOnlyList<WardMove> WardMoves { get; private set; } = [];

    /// <summary>The trust's number of the spell.</summary>
    public required string SpellIdentifier { get; init; }

    /// <summary>Ten digits, when known.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>UK Core verification status of the number.</summary>
    public required string NhsNumberStatus { get; init; }

    /// <summary>Moment of admission.</summary>
    public required DateTimeOffset AdmittedAt { get; init; }

    /// <summary>UK Core AdmissionMethodEngland.</summary>
    public string? AdmissionMethod { get; init; }

    /// <summary>UK Core SourceOfAdmissionEngland.</summary>
    public string? AdmitSource { get; init; }

    /// <summary>Day on which the ward expects to discharge.</summary>
    public DateOnly? PlannedDischargeDate { get; init; }

    /// <summary>Where it is; derived.</summary>
    public DischargeState State { get; private set; } = DischargeState.Admitted;

    /// <summary>Whether the latest review found a criterion met; derived.</summary>
    public bool? MeetsCriteria { get; private set; }

    /// <summary>Moment of the latest review; derived.</summary>
    public DateTimeOffset? LastReviewedAt { get; private set; }

    /// <summary>Discharge Ready Date; derived.</summary>
    public DateOnly? DischargeReadyDate { get; private set; }

    /// <summary>The pathway of the latest decision; derived.</summary>
    public string? Pathway { get; private set; }

    /// <summary>Whether the care transfer hub has the referral; derived from the latest decision.</summary>
    public bool CareTransferHubReferred { get; private set; }

    /// <summary>When the ward first referred to the care transfer hub; derived from the decisions.</summary>
    public DateTimeOffset? CareTransferHubReferredAt { get; private set; }

    /// <summary>When somebody was first named who arranges the discharge.</summary>
    public DateTimeOffset? AllocatedAt { get; private set; }

    /// <summary>When the latest of them was named.</summary>
    public DateTimeOffset? WorkerSince { get; private set; }

    /// <summary>Who the latest of them is with.</summary>
    public string? WorkerOrganization { get; private set; }

    /// <summary>Team of the latest.</summary>
    public string? WorkerTeam { get; private set; }

    /// <summary>Role of the latest.</summary>
    public string? WorkerRole { get; private set; }

    /// <summary>The organisation's own reference of the latest.</summary>
    public string? Worker { get; private set; }

    /// <summary>When the assessment of needs began.</summary>
    public DateTimeOffset? AssessmentStartedAt { get; private set; }

    /// <summary>Role of who began it.</summary>
    public string? AssessmentStartedByRole { get; private set; }

    /// <summary>By when the assessment is to begin.</summary>
    public DateTimeOffset? AssessmentDueAt { get; private set; }

    /// <summary>From when on little time is left for that.</summary>
    public DateTimeOffset? AssessmentWarnAt { get; private set; }

    /// <summary>What the clock has said of it: nothing, that little time is left, or that time is out.</summary>
    public string? AssessmentTold { get; private set; }

    /// <summary>By when the person is to have left.</summary>
    public DateTimeOffset? DischargeDueAt { get; private set; }

    /// <summary>From when on little time is left for that.</summary>
    public DateTimeOffset? DischargeWarnAt { get; private set; }

    /// <summary>What the clock has said of it.</summary>
    public string? DischargeTold { get; private set; }

    /// <summary>The latest day with a reason for delay.</summary>
    public DateOnly? DelayedOn { get; private set; }

    /// <summary>The reason of that day.</summary>
    public string? DelayReason { get; private set; }

    /// <summary>How much time the clocks give to what begins now.</summary>
    internal DischargeClocks Clocks { get; set; } = DischargeClocks.Usual;

    /// <summary>Moment of leaving.</summary>
    public DateTimeOffset? DischargedAt { get; private set; }

    /// <summary>UK Core DischargeMethodEngland.</summary>
    public string? DischargeMethod { get; private set; }

    /// <summary>UK Core DischargeDestinationEngland.</summary>
    public string? DischargeDestination { get; private set; }

    /// <summary>Withdrawal reason 01 to 13.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Free text of the cancellation.</summary>
    public string? CancelReasonText { get; private set; }

    /// <summary>Counts the changes; the etag.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The person.</summary>
    public Patient? Patient { get; init; }

    /// <summary>All reviews.</summary>
    public List<CriteriaReview> Reviews { get; init; } = [];

    /// <summary>All pathway decisions.</summary>
    public List<PathwayDecision> PathwayDecisions { get; init; } = [];

    /// <summary>Who was named to arrange the discharge; what is added here is saved, what was there is not loaded for a change.</summary>
    public List<WorkerAllocation> Allocations { get; init; } = [];

    /// <summary>Reasons for delay; what is added here is saved, what was there is not loaded for a change.</summary>
    public List<Delay> Delays { get; init; } = [];

    /// <summary>Who may see it from the admission on; what is added here is saved, what was there is not loaded for a change.</summary>
    public List<StayAccess> Access { get; private set; } = [];

    /// <summary>Whether the stay goes on.</summary>
    public bool Open => State is DischargeState.Admitted or DischargeState.Ready or DischargeState.Planned;

    /// <summary>The etag.</summary>
    public string Etag => DischargeEtag.Of(Version);

    /// <summary>Shows a new stay to its trust and to the councils of the area where the person lives.</summary>
    internal void ShowTo(IEnumerable<string> councils) => Access = [Shown(Trust, "trust"), .. councils.Select(council => Shown(council, "residence"))];

    /// <summary>Adds a review and derives everything that follows from the reviews. Faults: STAY_CLOSED, BEFORE_ADMISSION, REVIEW_ALREADY_RECORDED.</summary>
    public void Review(CriteriaReview review)
    {
        DemandOpen();
        DemandAfterAdmission(review.ReviewedAt, "reviewed_at");
        if (Reviews.Any(r => r.ReviewedAt == review.ReviewedAt))
        {
            throw DischargeFaults.ReviewRecorded();
        }

        Reviews.Add(review);
        Derive();
    }

    /// <summary>Adds a pathway decision; the latest decision counts.</summary>
    public void Assign(PathwayDecision decision)
    {
        DemandOpen();
        DemandAfterAdmission(decision.DecidedAt, "decided_at");
        PathwayDecisions.Add(decision);
        Derive();
    }

    /// <summary>Names who arranges the discharge; the first naming starts the clock to the discharge. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_REFERRED.</summary>
    public void Allocate(WorkerAllocation allocation)
    {
        DemandOpen();
        DemandAfterAdmission(allocation.AllocatedAt, "allocated_at");
        DemandReferred();
        Keep(allocation);
    }

    /// <summary>The assessment of needs begins: its clock stops. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_REFERRED, BEFORE_REFERRAL, ASSESSMENT_ALREADY_STARTED.</summary>
    public void StartAssessment(DateTimeOffset at, string role)
    {
        DemandOpen();
        DemandAfterAdmission(at, "started_at");
        DemandReferred();
        if (AssessmentStartedAt is not null)
        {
            throw DischargeFaults.AssessmentStarted();
        }

        if (at < CareTransferHubReferredAt)
        {
            throw Fault.Invalid("started_at", "BEFORE_REFERRAL", "The moment is before the ward's referral to the care transfer hub.");
        }

        (AssessmentStartedAt, AssessmentStartedByRole) = (at, role);
    }

    /// <summary>Says why the person was still in hospital on a day. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_READY_THEN.</summary>
    public void RecordDelay(Delay delay)
    {
        DemandOpen();
        if (delay.DelayedOn < LondonTime.Day(AdmittedAt))
        {
            throw Fault.Invalid("delayed_on", "BEFORE_ADMISSION", "The day is before the admission.");
        }

        // Ready as the last review up to the end of that day says.
        if (ReadyPeriod.Of(Reviews.Where(r => LondonTime.Day(r.ReviewedAt) <= delay.DelayedOn)).Meets is not false)
        {
            throw DischargeFaults.NotReadyThen();
        }

        Keep(delay);
    }

    /// <summary>What the clocks have to say now, each thing once.</summary>
    internal IReadOnlyList<string> Remind(DateTimeOffset now)
    {
        var said = new List<string>(2);
        if (Open && AssessmentStartedAt is null && Due(AssessmentTold, AssessmentWarnAt, AssessmentDueAt, now, DischargeEvents.AssessmentApproaching, DischargeEvents.AssessmentBreached) is { } assessment)
        {
            said.Add(AssessmentTold = assessment);
        }

        if (Open && Due(DischargeTold, DischargeWarnAt, DischargeDueAt, now, DischargeEvents.DischargeApproaching, DischargeEvents.DischargeBreached) is { } discharge)
        {
            said.Add(DischargeTold = discharge);
        }

        return said;
    }

    /// <summary>The person was moved to another ward. Faults: STAY_CLOSED, BEFORE_ADMISSION, ALREADY_ON_WARD, MOVED_AT_THAT_MOMENT.</summary>
    public void Move(string ward, DateTimeOffset at)
    {
        DemandOpen();
        DemandAfterAdmission(at, "moved_at");
        var from = WardMove.At(WardMoves, Ward, at);
        if (WardMoves.Any(m => m.MovedAt == at))
        {
            throw DischargeFaults.MovedThen();
        }

        if (from == ward)
        {
            throw DischargeFaults.OnWard();
        }

        // One told late goes between those told before; the next then begins where this one ends, and is none if it ends there too.
        var next = WardMoves.FirstOrDefault(m => m.MovedAt > at);
        WardMove[] after = next is null ? [] : next.To == ward ? [.. WardMoves.Where(m => m.MovedAt > next.MovedAt)] : [next with { From = ward }, .. WardMoves.Where(m => m.MovedAt > next.MovedAt)];
        WardMoves = [.. WardMoves.Where(m => m.MovedAt < at), new WardMove(from, ward, at), .. after];
        Ward = WardMoves[^1].To;
    }

    /// <summary>The person has left.</summary>
    /// <param name="at">When.</param>
    /// <param name="method">UK Core DischargeMethodEngland.</param>
    /// <param name="destination">UK Core DischargeDestinationEngland.</param>
    /// <param name="field">The request's field that holds the moment.</param>
    public void Confirm(DateTimeOffset at, string method, string destination, string field = "discharged_at")
    {
        DemandOpen();
        DemandAfterAdmission(at, field);
        if (DischargeReadyDate is { } ready && LondonTime.Day(at) < ready)
        {
            throw Fault.Invalid(field, "DISCHARGED_BEFORE_READY", "The person cannot have left before the Discharge Ready Date.");
        }

        if (method == DischargeCodes.OnClinicalAdvice && MeetsCriteria is not false)
        {
            throw DischargeFaults.StillMeetsCriteria();
        }

        if (method == DischargeCodes.OnClinicalAdvice && Pathway is null)
        {
            throw DischargeFaults.PathwayNotAssigned();
        }

        (DischargedAt, DischargeMethod, DischargeDestination) = (at, method, destination);
        Derive();
    }

    /// <summary>The discharge will not happen as planned.</summary>
    public void Cancel(string reason, string? text)
    {
        DemandOpen();
        (CancelReason, CancelReasonText) = (reason, text);
        Derive();
    }

    /// <summary>A stay as it stood before a moment, by what is known today of what had happened until then.</summary>
    /// <param name="known">The stay as it is known, with its history.</param>
    /// <param name="before">The moment; after the admission.</param>
    internal static Stay AsOf(DischargeStatus known, DateTimeOffset before)
    {
        var history = known.Detail!;
        var then = new Stay
        {
            Id = known.Id,
            Trust = known.Trust,
            Site = known.Site,
            Ward = WardMove.At(known.WardMoves, known.Ward, before.AddTicks(-1)),
            WardMoves = [.. known.WardMoves.Where(m => m.MovedAt < before)],
            SpellIdentifier = known.SpellIdentifier,
            NhsNumber = known.NhsNumber,
            NhsNumberStatus = known.NhsNumberStatus,
            AdmittedAt = known.AdmittedAt,
            AdmissionMethod = known.AdmissionMethod,
            AdmitSource = known.AdmitSource,
            PlannedDischargeDate = known.PlannedDischargeDate,
            ChangedAt = known.ChangedAt,
            Reviews = [.. history.Reviews.Where(r => r.ReviewedAt < before)],
            PathwayDecisions = [.. history.PathwayDecisions.Where(d => d.DecidedAt < before)],
            Clocks = DischargeClocks.Usual with
            {
                Assessment = known.AssessmentDueAt - known.CareTransferHubReferredAt ?? DischargeClocks.Usual.Assessment,
                Discharge = known.DischargeDueAt - known.AllocatedAt ?? DischargeClocks.Usual.Discharge,
            },
        };
        then.AssessmentStartedAt = known.AssessmentStartedAt < before ? known.AssessmentStartedAt : null;
        foreach (var allocation in history.Allocations.Where(a => a.AllocatedAt < before).OrderBy(a => a.AllocatedAt))
        {
            then.Keep(allocation);
        }

        foreach (var delay in history.Delays.Where(d => d.DelayedOn < LondonTime.Day(before)).OrderBy(d => d.DelayedOn).ThenBy(d => d.RecordedAt))
        {
            then.Keep(delay);
        }

        then.Derive();
        return then;
    }

    /// <summary>Counts a change.</summary>
    public void Changed(DateTimeOffset at) => (Version, ChangedAt) = (Version + 1, at);

    private void Keep(WorkerAllocation allocation)
    {
        Allocations.Add(allocation);
        if (AllocatedAt is null || allocation.AllocatedAt < AllocatedAt)
        {
            AllocatedAt = allocation.AllocatedAt;
            DischargeDueAt = allocation.AllocatedAt + Clocks.Discharge;
            (DischargeWarnAt, DischargeTold) = (DischargeDueAt - Clocks.DischargeWarning, null);
        }

        if (WorkerSince is null || allocation.AllocatedAt >= WorkerSince)
        {
            (WorkerSince, WorkerOrganization, WorkerTeam, WorkerRole, Worker) = (allocation.AllocatedAt, allocation.Organization, allocation.Team, allocation.Role, allocation.Worker);
        }
    }

    private void Keep(Delay delay)
    {
        Delays.Add(delay);
        if (DelayedOn is null || delay.DelayedOn >= DelayedOn)
        {
            (DelayedOn, DelayReason) = (delay.DelayedOn, delay.Reason);
        }
    }

    private void Derive()
    {
        var period = ReadyPeriod.Of(Reviews);
        var latest = PathwayDecisions.OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).LastOrDefault();
        (MeetsCriteria, LastReviewedAt) = (period.Meets, period.LastReviewedAt);
        DischargeReadyDate = period.ReadyDate(AdmittedAt, DischargedAt);
        (Pathway, CareTransferHubReferred) = (latest?.Pathway, latest?.CareTransferHubReferred ?? false);
        var referred = PathwayDecisions.Where(d => d.CareTransferHubReferred).Min(d => (DateTimeOffset?)d.DecidedAt);
        if (referred != CareTransferHubReferredAt)
        {
            (CareTransferHubReferredAt, AssessmentTold) = (referred, null);
            AssessmentDueAt = referred + Clocks.Assessment;
            AssessmentWarnAt = AssessmentDueAt - Clocks.AssessmentWarning;
        }

        State = (CancelReason, DischargedAt, MeetsCriteria, Pathway) switch
        {
            ({ }, _, _, _) => DischargeState.Cancelled,
            (_, { }, _, _) => DischargeState.Discharged,
            (_, _, false, { }) => DischargeState.Planned,
            (_, _, false, null) => DischargeState.Ready,
            _ => DischargeState.Admitted,
        };
        Access.ForEach(access => access.Open = Open);
    }

    private StayAccess Shown(string organization, string relationship) =>
        new() { Org = organization, StayId = Id, Relationship = relationship, GrantedBy = Trust, AdmittedAt = AdmittedAt, Open = true };

    private static string? Due(string? told, DateTimeOffset? warnAt, DateTimeOffset? dueAt, DateTimeOffset now, string approaching, string breached) =>
        now >= dueAt ? (told == breached ? null : breached) : now >= warnAt && told is null ? approaching : null;

    private void DemandReferred()
    {
        if (CareTransferHubReferredAt is null)
        {
            throw DischargeFaults.NotReferred();
        }
    }

    private void DemandOpen()
    {
        if (!Open)
        {
            throw DischargeFaults.StayClosed();
        }
    }

    private void DemandAfterAdmission(DateTimeOffset moment, string field)
    {
        if (moment < AdmittedAt)
        {
            throw Fault.Invalid(field, "BEFORE_ADMISSION", "The moment is before the admission.");
        }
    }
}
