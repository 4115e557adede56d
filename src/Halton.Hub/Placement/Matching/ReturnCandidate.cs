using Halton.Hub.Placement.Standing;

namespace Halton.Hub.Placement.Matching;

/// <summary>A person who could come back into the borough.</summary>
/// <param name="Placement">The placement outside.</param>
/// <param name="Homes">Homes inside, the best first, at most three.</param>
/// <param name="Words">Why, in words.</param>
public sealed record ReturnCandidate(PlacementState Placement, IReadOnlyList<HomeMatch> Homes, string Words);

/// <summary>A page of people who could come back.</summary>
/// <param name="Candidates">The one whose review is due first at the top.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record ReturnCandidatePage(IReadOnlyList<ReturnCandidate> Candidates, string NextPageToken, Func<ReturnCandidate, string> Cursor);
