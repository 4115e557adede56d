using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What a home says it can do beyond its kinds of bed.</summary>
/// <param name="capability">The capability.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapabilityGraph(Capability capability, CareHomeWordsGraph words)
{
    /// <summary>Hub code system care-home-capability.</summary>
    public CodingGraph Code => words.Code(CareHomeCodes.Capability, capability.Code);

    /// <summary>With bariatric: the greatest weight in kilograms; absent with all others.</summary>
    public int? MaxKg => capability.MaxKg;
}
