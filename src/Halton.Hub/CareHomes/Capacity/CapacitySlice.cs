using Halton.Hub.CareHomes.Capacity.Feeds;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Registers the capacity of care homes.</summary>
internal static class CapacitySlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddCapacity(this IServiceCollection services) => services
        .AddFeeds()
        .AddSingleton<NearPoint>()
        .AddSingleton<FreshnessPolicies>()
        .AddHostedService(provider => provider.GetRequiredService<FreshnessPolicies>())
        .AddSingleton<BedHolds>()
        .AddSingleton<ReportCapacity>()
        .AddSingleton<ListCapacity>()
        .AddSingleton<ListCapacityHistory>()
        .AddSingleton<WatchCapacity>()
        .AddSingleton<CountCapacity>()
        .AddSingleton<MarkStaleCapacity>()
        .AddSingleton<ChaseReturns>()
        .AddSingleton<CapacityMessages>()
        .AddSingleton<CapacityQueriesGraph>()
        .AddSingleton<CapacityMutationsGraph>()
        .AddSingleton<CapacitySubscriptionsGraph>()
        .AddSingleton<PublicCapacityQueriesGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(CapacityQueriesGraph), typeof(CapacityMutationsGraph), typeof(CapacitySubscriptionsGraph)))
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(PublicCapacityQueriesGraph)));

    private static IServiceCollection AddFeeds(this IServiceCollection services)
    {
        FeedEndpoints.AddTo(services);
        return services
            .AddSingleton(new FeedLimits())
            .AddSingleton(provider => new FeedPlaces(provider.GetRequiredService<HubOptions>().FeedFolder, provider.GetRequiredService<HubOptions>().FeedUrls))
            .AddSingleton<FeedFields>()
            .AddSingleton<FeedFolder>()
            .AddSingleton<FeedSources>()
            .AddSingleton<FeedEndpoints>()
            .AddSingleton<StoreFeed>()
            .AddSingleton<ReadFeed>()
            .AddSingleton(provider => new TakeCapacityFeeds(
                provider.GetRequiredService<FeedPlaces>(),
                provider.GetRequiredService<FeedFolder>(),
                provider.GetRequiredService<FeedEndpoints>(),
                provider.GetRequiredService<FeedSources>(),
                provider.GetRequiredService<ReadFeed>(),
                provider.GetRequiredService<ILogger<TakeCapacityFeeds>>()));
    }
}
