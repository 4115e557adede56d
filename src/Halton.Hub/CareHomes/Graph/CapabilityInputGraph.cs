using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What a home can do beyond its kinds of bed.</summary>
public sealed class CapabilityInputGraph
{
    /// <summary>Hub code system care-home-capability.</summary>
    public required CodingInputGraph Code { get; init; }

    /// <summary>With bariatric: the greatest weight in kilograms, 50 to 500; to be left out with all others.</summary>
    public int? MaxKg { get; init; }
}
