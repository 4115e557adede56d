using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>A home that fits, and why it stands where it stands.</summary>
/// <param name="match">What was found.</param>
public sealed class HomeMatchGraph(HomeMatch match)
{
    /// <summary>From 1.</summary>
    public int Rank => match.Rank;

    /// <summary>The hub's id of the home, a UUID.</summary>
    public Guid CareHomeId => match.HomeId;

    /// <summary>CQC location id of the home.</summary>
    public string LocationId => match.LocationId;

    /// <summary>The home's name.</summary>
    public string CareHomeName => match.HomeName;

    /// <summary>Beds of the kind that can be had.</summary>
    public int Available => match.Available;

    /// <summary>The moment that this number is true of.</summary>
    public DateTimeOffset AsOf => match.AsOf;

    /// <summary>Metres from the wished location; absent when there is none, or the home's place is not known.</summary>
    public int? DistanceMetres => match.DistanceMetres;

    /// <summary>Whether the home lies outside the council's area.</summary>
    public bool OutOfBorough => match.OutOfBorough;

    /// <summary>What a week costs, in pence; absent when the home does not say.</summary>
    public int? WeeklyPricePence => (int?)match.WeeklyPricePence;

    /// <summary>The sum of the parts, 0 to 100.</summary>
    public double Score => match.Score;

    /// <summary>Each part of the score.</summary>
    public IEnumerable<ScorePartGraph> Parts => match.Parts.Select(p => new ScorePartGraph(p));
}
