using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>A page of placements, the one whose review is due first at the top.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Tells placements.</param>
public sealed class PlacementConnectionGraph(PlacementPage page, PlacementWordsGraph words)
    : Connection<PlacementGraph>([.. page.Placements.Select(state => new Edge<PlacementGraph>(words.Tell(state), () => page.Cursor(state)))], page.NextPageToken.Length > 0);
