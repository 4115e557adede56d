using Halton.Hub.Journeys.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Journeys;

/// <summary>Registers the slice.</summary>
public static class JourneySlice
{
    /// <summary>Adds operations and doors.</summary>
    public static IServiceCollection AddJourneys(this IServiceCollection services) => services
        .AddSingleton<FindJourney>()
        .AddSingleton<GetJourney>()
        .AddSingleton<WatchJourney>()
        .AddSingleton<JourneyWordsGraph>()
        .AddSingleton<JourneyQueriesGraph>()
        .AddSingleton<JourneySubscriptionsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(JourneyQueriesGraph), null, typeof(JourneySubscriptionsGraph)));
}
