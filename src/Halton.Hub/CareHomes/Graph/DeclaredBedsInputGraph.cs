using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>A kind of bed that a home has.</summary>
public sealed class DeclaredBedsInputGraph
{
    /// <summary>Hub code system bed-type.</summary>
    public required CodingInputGraph BedType { get; init; }

    /// <summary>How many, 0 to 1000.</summary>
    public required int Maximum { get; init; }

    /// <summary>What a week costs, in pence, 1 to 2,000,000; absent when the home does not say.</summary>
    public int? WeeklyPricePence { get; init; }
}
