namespace Halton.Hub.Placement.Standing;

/// <summary>A page of placements.</summary>
/// <param name="Placements">The one whose review is due first at the top.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record PlacementPage(IReadOnlyList<PlacementState> Placements, string NextPageToken, Func<PlacementState, string> Cursor);
