using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A kind of bed that a home has.</summary>
public sealed class DeclaredBedsInputGraph
{
    /// <summary>Hub code system bed-type.</summary>
    public required CodingInputGraph BedType { get; init; }

    /// <summary>How many, 0 to 1000.</summary>
    public required int Maximum { get; init; }
}
