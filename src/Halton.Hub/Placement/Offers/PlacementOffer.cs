using Halton.Hub.Foundation;
using Halton.Hub.Placement.Assessments;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// What a home is asked, and what it says: whether it takes a person. The provider decides, not the assessor. FHIR: Task. Source: NHS
/// Improvement, Rapid improvement guide to trusted assessors: what happens if the receiving service judges the assessment flawed.
/// </summary>
public sealed class PlacementOffer
{
    /// <summary>The home has been asked.</summary>
    public const string Offered = "offered";

    /// <summary>The home takes the person.</summary>
    public const string Accepted = "accepted";

    /// <summary>The home does not.</summary>
    public const string Declined = "declined";

    /// <summary>The home judges the assessment to be wrong.</summary>
    public const string Disputed = "disputed";

    /// <summary>Something undid it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The home did not answer in time.</summary>
    public const string Expired = "expired";

    /// <summary>The person has moved in.</summary>
    public const string Completed = "completed";

    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The reservation behind it; null where what is offered is no bed.</summary>
    public Guid? ReservationId { get; init; }

    /// <summary>The assessment.</summary>
    public required Guid AssessmentId { get; init; }

    /// <summary>The version of the assessment that was offered.</summary>
    public required int AssessmentVersion { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>Code of the organisation that speaks for the home.</summary>
    public required string HomeOrganization { get; init; }

    /// <summary>Code of the organisation of trusted assessors.</summary>
    public required string Assessor { get; init; }

    /// <summary>Code of the council; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the trust.</summary>
    public required string Trust { get; init; }

    /// <summary>Ten digits; null when the trust has none.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>What was found, as it was offered.</summary>
    public required AssessmentContent Content { get; init; }

    /// <summary>Day on which the person is to move in.</summary>
    public required DateOnly AdmissionOn { get; init; }

    /// <summary>Where it stands.</summary>
    public string State { get; private set; } = Offered;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>Until when the home can answer.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>When it was answered or undone.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Role of the one who answered.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Why it was declined, disputed or withdrawn: a code of dos-rejected-reasons, offer-dispute-reason or offer-withdraw-reason.</summary>
    public string? Reason { get; private set; }

    /// <summary>What the home said besides.</summary>
    public string? AnswerText { get; private set; }

    /// <summary>The placement, once the person has moved in.</summary>
    public Guid? PlacementId { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Tells one version from another.</summary>
    public string Etag => $"o{Version}";

    /// <summary>Whether it stands: the home has been asked, or has said yes.</summary>
    public bool Stands => State is Offered or Accepted;

    /// <summary>The home takes the person. Fault: OFFER_ENDED.</summary>
    internal void Accept(string by, string? text, DateTimeOffset now) => Answer(Accepted, by, null, text, now);

    /// <summary>The home does not. Fault: OFFER_ENDED.</summary>
    internal void Decline(string by, string reason, string? text, DateTimeOffset now) => Answer(Declined, by, reason, text, now);

    /// <summary>The home judges the assessment to be wrong. Fault: OFFER_ENDED.</summary>
    internal void Dispute(string by, string reason, string? text, DateTimeOffset now) => Answer(Disputed, by, reason, text, now);

    /// <summary>Something undoes it. Fault: OFFER_ENDED.</summary>
    internal void Withdraw(string reason, DateTimeOffset now)
    {
        Demand(Stands);
        (State, Reason, EndedAt) = (Withdrawn, reason, now);
        Changed(now);
    }

    /// <summary>The home did not answer in time, or the bed was not held long enough. Fault: OFFER_ENDED.</summary>
    internal void Expire(DateTimeOffset now)
    {
        Demand(Stands);
        (State, EndedAt) = (Expired, now);
        Changed(now);
    }

    /// <summary>The person has moved in. Fault: OFFER_NOT_ACCEPTED.</summary>
    internal void Complete(Guid placement, DateTimeOffset now)
    {
        if (State != Accepted)
        {
            throw PlacementFaults.NotAccepted();
        }

        (State, PlacementId, EndedAt) = (Completed, placement, now);
        Changed(now);
    }

    private static void Demand(bool stands)
    {
        if (!stands)
        {
            throw PlacementFaults.OfferEnded();
        }
    }

    private void Answer(string state, string by, string? reason, string? text, DateTimeOffset now)
    {
        Demand(State == Offered && now < AnswerBy);
        (State, AnsweredBy, Reason, AnswerText, EndedAt) = (state, by, reason, text, state == Accepted ? null : now);
        Changed(now);
    }

    private void Changed(DateTimeOffset now) => (Version, ChangedAt) = (Version + 1, now);
}
