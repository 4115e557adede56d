using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>A person who could come back into the borough.</summary>
/// <param name="candidate">What was found.</param>
/// <param name="words">Tells placements.</param>
public sealed class ReturnCandidateGraph(ReturnCandidate candidate, PlacementWordsGraph words)
{
    /// <summary>The placement outside the area.</summary>
    public PlacementGraph Placement => words.Tell(candidate.Placement);

    /// <summary>Homes inside, the best first, at most 3.</summary>
    public IEnumerable<HomeMatchGraph> Homes => candidate.Homes.Select(m => new HomeMatchGraph(m));

    /// <summary>Why, in words.</summary>
    public string Words => candidate.Words;
}
