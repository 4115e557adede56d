using Halton.Hub.Placement.Matching;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>A page of people who could come back, the one whose review is due first at the top.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Tells placements.</param>
public sealed class ReturnCandidateConnectionGraph(ReturnCandidatePage page, PlacementWordsGraph words)
    : Connection<ReturnCandidateGraph>([.. page.Candidates.Select(c => new Edge<ReturnCandidateGraph>(new ReturnCandidateGraph(c, words), () => page.Cursor(c)))], page.NextPageToken.Length > 0);
