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
    public required string Ward { get; init; }

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

    /// <summary>Whether the stay goes on.</summary>
    public bool Open => State is DischargeState.Admitted or DischargeState.Ready or DischargeState.Planned;

    /// <summary>The etag.</summary>
    public string Etag => DischargeEtag.Of(Version);

    /// <summary>Adds a review and derives everything that follows from the reviews.</summary>
    public void Review(CriteriaReview review)
    {
        DemandOpen();
        DemandAfterAdmission(review.ReviewedAt, "reviewed_at");
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

    /// <summary>Counts a change.</summary>
    public void Changed(DateTimeOffset at) => (Version, ChangedAt) = (Version + 1, at);

    private void Derive()
    {
        var period = ReadyPeriod.Of(Reviews);
        var latest = PathwayDecisions.OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).LastOrDefault();
        (MeetsCriteria, LastReviewedAt) = (period.Meets, period.LastReviewedAt);
        DischargeReadyDate = period.ReadyDate(AdmittedAt, DischargedAt);
        (Pathway, CareTransferHubReferred) = (latest?.Pathway, latest?.CareTransferHubReferred ?? false);
        State = (CancelReason, DischargedAt, MeetsCriteria, Pathway) switch
        {
            ({ }, _, _, _) => DischargeState.Cancelled,
            (_, { }, _, _) => DischargeState.Discharged,
            (_, _, false, { }) => DischargeState.Planned,
            (_, _, false, null) => DischargeState.Ready,
            _ => DischargeState.Admitted,
        };
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
