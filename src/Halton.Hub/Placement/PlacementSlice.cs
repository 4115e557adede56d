using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Graph;
using Halton.Hub.Placement.Matching;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement;

/// <summary>Registers the placement slice.</summary>
public static class PlacementSlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddPlacement(this IServiceCollection services) => services
        .AddSingleton<FlowPolicies>()
        .AddHostedService(provider => provider.GetRequiredService<FlowPolicies>())
        .AddAssessments()
        .AddMatching()
        .AddReservations()
        .AddOffers()
        .AddSingleton<PlacementForChange>()
        .AddSingleton<RecordPlacement>()
        .AddSingleton<RecordPlacementReview>()
        .AddSingleton<EndPlacement>()
        .AddSingleton<GetPlacement>()
        .AddSingleton<ListPlacements>()
        .AddSingleton<RevalidateOutOfBorough>()
        .AddSingleton<RemindReviews>()
        .AddSingleton<PlacementMessages>()
        .AddSingleton<PlacementFhir>()
        .AddSingleton(PlacementFhir.Source)
        .AddSingleton<PlacementGrpc>()
        .AddSingleton<PlacementWordsGraph>()
        .AddSingleton<PlacementQueriesGraph>()
        .AddSingleton<PlacementMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(PlacementQueriesGraph), typeof(PlacementMutationsGraph)) { Nodes = [PlacementQueriesGraph.Node] });
}
