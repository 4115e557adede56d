using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>A home that does not fit, and why.</summary>
/// <param name="home">What was found.</param>
public sealed class ExcludedHomeGraph(ExcludedHome home)
{
    /// <summary>The hub's id of the home, a UUID.</summary>
    public Guid CareHomeId => home.HomeId;

    /// <summary>CQC location id of the home.</summary>
    public string LocationId => home.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => home.HomeName;

    /// <summary>Metres from the wished location; absent when there is none, or the home's place is not known.</summary>
    public int? DistanceMetres => home.DistanceMetres;

    /// <summary>All reasons.</summary>
    public IEnumerable<ExclusionReasonGraph> Reasons => home.Reasons.Select(r => new ExclusionReasonGraph(r));
}
