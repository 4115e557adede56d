using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Registers what follows CQC.</summary>
internal static class CqcSlice
{
    /// <summary>Adds the source, the line to it and the operations.</summary>
    public static IServiceCollection AddCqc(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<HubOptions>().Cqc);
        services.AddKeyedSingleton(CqcPatience.Name, (provider, _) => CqcPatience.Budget(provider.GetRequiredService<CqcOptions>()));
        services.AddSingleton<LocalAuthorities>();
        services.AddSingleton<CqcSources>();
        services.AddSingleton<TakeLocation>();
        services.AddSingleton<TakeProviders>();
        services.AddSingleton<WatchedHomes>();
        services.AddSingleton<TakeHomes>();
        services.AddSingleton<SyncCqcDirectory>();
        AddLine(services);
        return services;
    }

    private static void AddLine(IServiceCollection services)
    {
        // The library's own log lines would carry addresses; runs and failures are logged by the job.
        var client = services.AddHttpClient(CqcPatience.Name, (provider, client) =>
        {
            var options = provider.GetRequiredService<CqcOptions>();
            client.BaseAddress = options.Url;
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd(CqcApi.Agent);
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            if (options.Key is { } key)
            {
                client.DefaultRequestHeaders.Add(CqcApi.KeyHeader, key);
            }
        }).RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxResponseDrainSize = 0, ConnectTimeout = TimeSpan.FromSeconds(10) });
        client.AddResilienceHandler(CqcPatience.Name, (pipeline, context) => CqcPatience.Build(
            pipeline,
            context.ServiceProvider.GetRequiredService<CqcOptions>(),
            context.ServiceProvider.GetRequiredKeyedService<RateLimiter>(CqcPatience.Name),
            context.ServiceProvider.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(provider => new CqcLine(provider.GetRequiredService<CqcOptions>().Url!));
    }
}
