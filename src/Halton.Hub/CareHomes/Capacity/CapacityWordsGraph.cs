using Halton.Hub.Data;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Tells capacity in the words of the care schema; codes get their wording here.</summary>
public sealed class CapacityWordsGraph(CodeSystems codes)
{
    /// <summary>Tells what is known of a home.</summary>
    public CapacityGraph Tell(CapacityState state) => new(state, this);

    /// <summary>A code with its latest wording.</summary>
    public CodingGraph Code(string system, string code) => new(codes.Named(system, code));
}
