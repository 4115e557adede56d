using Halton.Hub.Access;
using Halton.Hub.Audit;
using Halton.Hub.CareHomes;
using Halton.Hub.Data;
using Halton.Hub.Directory;
using Halton.Hub.Directory.OpenReferral;
using Halton.Hub.Discharge;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Halton.Hub.Insight;
using Halton.Hub.Journeys;
using Halton.Hub.Notices;
using Halton.Hub.Placement;
using Halton.Hub.Referrals;
using Halton.Hub.Transport;
using Halton.Hub.Transport.Fhir;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.Grpc;
using Halton.Hub.Transport.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub;

/// <summary>Puts one node of the hub together: what it is made of, in the order in which it matters.</summary>
public static class HubHost
{
    /// <summary>Builds a node; it serves once started.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="extend">Adds what the library does not know of, such as the jobs.</param>
    public static WebApplication Build(HubOptions options, Action<WebApplicationBuilder>? extend = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = options.Development ? Environments.Development : Environments.Production,
            // No settings from whatever folder the hub was started in, and no watch over that folder's files, of which a database can be a part.
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        Ports.Configure(builder, options);
        Telemetry.Add(builder);
        AddFoundation(builder.Services, options);
        AddAccess(builder.Services);
        AddRecords(builder.Services, options);
        builder.Services.AddDischarge();
        builder.Services.AddDirectory();
        builder.Services.AddCareHomes();
        builder.Services.AddPlacement();
        builder.Services.AddReferrals();
        builder.Services.AddJourneys();
        builder.Services.AddInsight();
        builder.Services.AddHubNotices();
        builder.Services.AddHubGrpc(options);
        builder.Services.AddHubGraphQL();
        builder.Services.AddHubFhir();
        builder.Services.AddHubHealth();
        extend?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(app.Services.GetRequiredService<Drain>().Begin);
        app.Use(DeadlineCap.Apply);
        if (options.Serves)
        {
            MapDoors(app, options);
        }

        app.MapGrpcHealthChecksService();
        Health.Map(app);
        app.MapPrometheusScrapingEndpoint();
        return app;
    }

    /// <summary>The addresses that a started node listens on.</summary>
    public static (string Http, string Grpc) Addresses(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        return (bound[0], bound[1]);
    }

    private static void MapDoors(WebApplication app, HubOptions options)
    {
        app.MapHubGrpc(options.Development);
        app.MapHubGraphQL();
        TokenEndpoint.Map(app);
        OpenReferralHttp.Map(app);
        KpiCsvHttp.Map(app);
        FhirHttp.Map(app);
        PublishedFiles.Map(app);
        DevelopersPage.Map(app);
        if (options.Development || options.Explorer)
        {
            Explorer.Map(app, options.ExplorerFolder);
        }
    }

    private static void AddFoundation(IServiceCollection services, HubOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(provider => Connections.Serving(options.AppConnection, provider.GetRequiredService<ILoggerFactory>()));
        services.AddPooledDbContextFactory<HubDb>((provider, db) =>
            db.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention());
        services.AddSingleton(new DatabaseFaults(Together(DischargeFaults.ByConstraint, CareHomeFaults.ByConstraint, PlacementFaults.ByConstraint, ReferralFaults.ByConstraint)));
        services.AddSingleton<PublicAccount>();
        services.AddSingleton<Postcodes>();
        services.AddSingleton<CodeSystems>();
        services.AddSingleton<WorkingDays>();
        services.AddSingleton<HubReads>();
        services.AddSingleton(Ledger.People);
        services.AddSingleton(provider => new OneSave(
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            Ledger.People,
            provider.GetRequiredService<DatabaseFaults>(),
            provider.GetServices<Followers>().SelectMany(slice => slice.All),
            options.Clock));
        services.AddSingleton<Drain>();
        services.AddSingleton<StartKnowledge>();
        services.AddSingleton(provider => new SealedTokens(() => provider.GetRequiredService<StartKnowledge>().Secret));
        services.AddSingleton(provider => new PersonPseudonym(provider.GetRequiredService<StartKnowledge>().Secret));
        services.AddSingleton<Func<DatabaseIdentity>>(provider => () => provider.GetRequiredService<StartKnowledge>().Database);
        // First of all hosted services: what it asks, the others and the ports need.
        services.AddHostedService(provider => provider.GetRequiredService<StartKnowledge>());
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton(new AccessTable([.. DischargePolicy.Rules, .. DirectoryPolicy.Rules, .. CareHomePolicy.Rules, .. PlacementPolicy.Rules, .. ReferralPolicy.Rules, .. JourneyPolicy.Rules, .. InsightPolicy.Rules, .. ExchangePolicy.Rules]));
        services.AddSingleton<PartnerDirectory>();
        services.AddHostedService(provider => provider.GetRequiredService<PartnerDirectory>());
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<Authentication>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<BearerHttp>();
        services.AddSingleton<TrustedDocuments>();
        services.AddSingleton<IssueToken>();
        services.AddSingleton(provider => new HubIssuer(() => provider.GetRequiredService<HubOptions>().PublicUrl ?? provider.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    private static void AddRecords(IServiceCollection services, HubOptions options)
    {
        services.AddSingleton<AuditLog>();
        services.AddSingleton<Refusals>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton(new AnchorFile(options.AnchorFile));
        services.AddSingleton<SealAudit>();
        services.AddSingleton(provider => new EventLog(provider.GetRequiredService<NpgsqlDataSource>(), Ledger.People, Together(DischargeEvents.Payloads, CarePackageEvents.Payloads, CareHomeEvents.Payloads, PlacementEvents.Payloads, ReferralEvents.Payloads)));
        services.AddSingleton<EventFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.AddSingleton<ResumeTokens>();
        services.AddSingleton<Watch>();
    }

    private static Dictionary<string, T> Together<T>(params IReadOnlyDictionary<string, T>[] ofSlices) => ofSlices.SelectMany(slice => slice).ToDictionary(pair => pair.Key, pair => pair.Value);
}
