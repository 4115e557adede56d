using Halton.Hub.Placement.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Matching;

/// <summary>Registers the comparison of homes.</summary>
internal static class MatchingSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddMatching(this IServiceCollection services) => services
        .AddSingleton<LatestWeights>()
        .AddHostedService(provider => provider.GetRequiredService<LatestWeights>())
        .AddSingleton<HomeIndex>()
        .AddHostedService(provider => provider.GetRequiredService<HomeIndex>())
        .AddSingleton<WantedFor>()
        .AddSingleton<MatchHomes>()
        .AddSingleton<ListReturnCandidates>()
        .AddSingleton<MatchMessages>()
        .AddSingleton<MatchQueriesGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(MatchQueriesGraph)));
}
