using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>How homes compare with what a person needs.</summary>
/// <param name="found">What the operation answered.</param>
public sealed class HomeMatchesGraph(HomeMatches found)
{
    /// <summary>The best first. Equal scores stand by distance, then by CQC location id.</summary>
    public IEnumerable<HomeMatchGraph> Matches => found.Matches.Select(m => new HomeMatchGraph(m));

    /// <summary>On request: homes that do not fit, the nearest first, those of unknown place last.</summary>
    public IEnumerable<ExcludedHomeGraph> Excluded => found.Excluded.Select(e => new ExcludedHomeGraph(e));

    /// <summary>How many homes fit.</summary>
    public int Fitting => found.Fitting;

    /// <summary>How many homes were compared.</summary>
    public int Compared => found.Compared;

    /// <summary>The version of the assessment.</summary>
    public int AssessmentVersion => found.AssessmentVersion;

    /// <summary>The version of the weights.</summary>
    public int WeightsVersion => found.WeightsVersion;

    /// <summary>The moment that the answer is true of.</summary>
    public DateTimeOffset AsOf => found.AsOf;
}
