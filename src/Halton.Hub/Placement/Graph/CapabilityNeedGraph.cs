using Halton.Hub.CareHomes;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>A capability that is needed.</summary>
/// <param name="need">What was found.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapabilityNeedGraph(NeededCapability need, PlacementWordsGraph words)
{
    /// <summary>Hub code system care-home-capability.</summary>
    public CodingGraph Capability => words.Code(CareHomeCodes.Capability, need.Code)!;

    /// <summary>With bariatric: the person's weight in kilograms.</summary>
    public int? Kilograms => need.Kilograms;
}
