using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge;

/// <summary>One review of the criteria to reside. FHIR: Observation.</summary>
/// <param name="review">The review.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CriteriaReviewGraph(CriteriaReview review, DischargeWordsGraph words)
{
    /// <summary>Moment of the review. FHIR: Observation.effectiveDateTime.</summary>
    public DateTimeOffset ReviewedAt => review.ReviewedAt;

    /// <summary>The criteria that were met; none means that the person no longer met them. FHIR: Observation.component.</summary>
    public IEnumerable<CodingGraph> Criteria => review.Criteria.Select(code => words.Code(DischargeCodes.Criterion, code)!);

    /// <summary>Role of who reviewed. FHIR: Observation.performer role.</summary>
    public string ReviewerRole => review.ReviewerRole;
}
