using Halton.Hub.Placement.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement;

/// <summary>Registers the placement slice.</summary>
public static class PlacementSlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddPlacement(this IServiceCollection services) => services
        .AddSingleton<PlacementForChange>()
        .AddSingleton<RecordPlacement>()
        .AddSingleton<RecordPlacementReview>()
        .AddSingleton<EndPlacement>()
        .AddSingleton<GetPlacement>()
        .AddSingleton<ListPlacements>()
        .AddSingleton<RevalidateOutOfBorough>()
        .AddSingleton<RemindReviews>()
        .AddSingleton<PlacementMessages>()
        .AddSingleton<PlacementGrpc>()
        .AddSingleton<PlacementWordsGraph>()
        .AddSingleton<PlacementQueriesGraph>()
        .AddSingleton<PlacementMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(PlacementQueriesGraph), typeof(PlacementMutationsGraph)) { Nodes = [PlacementQueriesGraph.Node] });
}
