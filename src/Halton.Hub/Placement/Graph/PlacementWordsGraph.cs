using Halton.Hub.Data;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Placement.Graph;

/// <summary>Tells placements in the words of the care schema; codes get their wording here.</summary>
public sealed class PlacementWordsGraph(CodeSystems codes)
{
    /// <summary>Tells a placement.</summary>
    public PlacementGraph Tell(PlacementState state) => new(state, this);

    /// <summary>A code with its latest wording; null when there is none.</summary>
    public CodingGraph? Code(string system, string? code) => codes.Told(system, code);
}
