using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>Registers the facts of homes and their doors.</summary>
public static class HomesSlice
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddHomes(this IServiceCollection services) => services
        .AddSingleton<NearPoint>()
        .AddSingleton<GetCareHome>()
        .AddSingleton<ListCareHomes>()
        .AddSingleton<DeclareBeds>()
        .AddSingleton<CareHomeMessages>()
        .AddSingleton<CareHomeWordsGraph>()
        .AddSingleton<HomesQueriesGraph>()
        .AddSingleton<HomesMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(HomesQueriesGraph)) { Nodes = [HomesQueriesGraph.Node(HubSchemas.Directory)] })
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(HomesQueriesGraph), typeof(HomesMutationsGraph)) { Nodes = [HomesQueriesGraph.Node(HubSchemas.Care)] });
}
