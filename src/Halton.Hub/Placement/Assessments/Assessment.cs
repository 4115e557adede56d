using Halton.Hub.Foundation;

namespace Halton.Hub.Placement.Assessments;

/// <summary>
/// What a trusted assessor found that a person in hospital needs, in its latest version. It can be offered on while it is current and in
/// date. Source: NHS Improvement, Rapid improvement guide to trusted assessors. FHIR: QuestionnaireResponse.
/// </summary>
public sealed class Assessment
{
    /// <summary>The hub's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stay in hospital.</summary>
    public required Guid StayId { get; init; }

    /// <summary>Ten digits, as the trust verified them; null when it has none.</summary>
    public string? NhsNumber { get; init; }

    /// <summary>Code of the trust where the person is.</summary>
    public required string Trust { get; init; }

    /// <summary>Code of the council where the person lives; null when it takes no part in the hub.</summary>
    public string? Council { get; init; }

    /// <summary>Code of the organisation whose assessor it was.</summary>
    public required string Assessor { get; init; }

    /// <summary>What was found.</summary>
    public required AssessmentContent Content { get; set; }

    /// <summary>Moment of the assessment.</summary>
    public required DateTimeOffset AssessedAt { get; set; }

    /// <summary>Until when it can be offered on.</summary>
    public required DateTimeOffset ValidUntil { get; set; }

    /// <summary>Why a home disputes it, a code of offer-dispute-reason; null when none does.</summary>
    public string? DisputeReason { get; set; }

    /// <summary>Counts what was found, from 1; disputes do not count.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Counts the changes.</summary>
    public int Changes { get; set; } = 1;

    /// <summary>Moment of the latest change.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Tells one state from another.</summary>
    public string Etag => $"a{Changes}";

    /// <summary>Takes what was found on assessing anew; that answers a dispute. Fault: ASSESSED_BEFORE.</summary>
    internal void Reassess(AssessmentContent content, DateTimeOffset assessedAt, DateTimeOffset validUntil, DateTimeOffset now)
    {
        if (assessedAt < AssessedAt)
        {
            throw Fault.Invalid("assessed_at", "ASSESSED_BEFORE", "The moment is before the latest assessment.");
        }

        (Content, AssessedAt, ValidUntil, DisputeReason) = (content, assessedAt, validUntil, null);
        Version++;
        Changed(now);
    }

    /// <summary>A home judges it to be wrong.</summary>
    internal void Dispute(string reason, DateTimeOffset now)
    {
        DisputeReason = reason;
        Changed(now);
    }

    /// <summary>Demands that somebody can be placed on it at a moment. Faults: ASSESSMENT_DISPUTED, ASSESSMENT_OUT_OF_DATE.</summary>
    internal void DemandUsable(DateTimeOffset now) => AssessmentUse.Demand(DisputeReason, ValidUntil, now);

    private void Changed(DateTimeOffset now) => (Changes, ChangedAt) = (Changes + 1, now);
}
