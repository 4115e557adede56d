using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>A risk.</summary>
/// <param name="found">What was found.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class RiskGraph(FoundRisk found, PlacementWordsGraph words)
{
    /// <summary>Hub code system assessment-risk.</summary>
    public CodingGraph Risk => words.Code(PlacementCodes.AssessmentRisk, found.Code)!;

    /// <summary>What to know of it.</summary>
    public string? Detail => found.Detail;
}
