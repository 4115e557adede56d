using Halton.Hub.CareHomes.Homes;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>Another registration of the same home.</summary>
/// <param name="succession">The link.</param>
public sealed class SuccessionGraph(Succession succession)
{
    /// <summary>CQC location id of the other registration.</summary>
    public string LocationId => succession.RelatedLocationId;

    /// <summary>"predecessor" or "successor": what the other one is.</summary>
    public string Kind => succession.Kind;
}
