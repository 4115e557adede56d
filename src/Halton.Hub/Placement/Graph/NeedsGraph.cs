using Halton.Hub.CareHomes;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>What a person needs of a home.</summary>
/// <param name="needs">What was found.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class NeedsGraph(AssessedNeeds needs, PlacementWordsGraph words)
{
    /// <summary>The kind of bed, hub code system bed-type.</summary>
    public CodingGraph BedType => words.Code(CareHomeCodes.BedType, needs.BedType)!;

    /// <summary>What the home must be able to do beyond.</summary>
    public IEnumerable<CapabilityNeedGraph> Capabilities => needs.Capabilities.Select(c => new CapabilityNeedGraph(c, words));

    /// <summary>What the home must look out for.</summary>
    public IEnumerable<RiskGraph> Risks => needs.Risks.Select(r => new RiskGraph(r, words));

    /// <summary>Hub code system infection-status.</summary>
    public CodingGraph Infection => words.Code(PlacementCodes.InfectionStatus, needs.Infection)!;
}
