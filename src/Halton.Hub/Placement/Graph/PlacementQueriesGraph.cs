using GraphQL;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be asked about placements.</summary>
public sealed class PlacementQueriesGraph(GetPlacement get, ListPlacements list, PlacementWordsGraph words)
{
    /// <summary>How <c>node</c> finds a placement.</summary>
    internal static readonly NodeType Node = new(
        PlacementGraph.TypeName, "care/Query.placement", (context, id) => context.RequestServices!.GetRequiredService<PlacementQueriesGraph>().Find(context, id));

    /// <summary>One placement. NOT_FOUND: there is none, or it is not yours to see. Needs scope system/EpisodeOfCare.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="placementId">The hub's id, a UUID.</param>
    public async Task<PlacementGraph> Placement(IResolveFieldContext context, [Id] string placementId) => words.Tell(await get.Run(context.Call(), placementId, context.CancellationToken));

    /// <summary>
    /// Lists placements, the one whose review is due first at the top. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another
    /// caller or another filter). Needs scope system/EpisodeOfCare.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which placements; absent means all that stand.</param>
    public async Task<PlacementConnectionGraph> Placements(IResolveFieldContext context, int first = 20, string? after = null, PlacementFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new PlacementFilter(), first, after, context.CancellationToken), words);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) => words.Tell(await get.Run(context.Call(), id.ToString(), context.CancellationToken));
}
