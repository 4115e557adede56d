using System.Net;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Halton.Hub.Access;
using Halton.Hub.Client;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Contracts.Referral.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Tests.Hosts;

/// <summary>A real node on real ports over a database of its own; it speaks in what tests mean to do.</summary>
public sealed class HubUnderTest : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<GrpcChannel> channels = [];
    private bool stopped;

    private HubUnderTest(WebApplication app, string owner)
    {
        this.app = app;
        (Owner, Database) = (owner, NpgsqlDataSource.Create(owner));
        (Http, Grpc) = (new Uri(HubHost.Addresses(app).Http), new Uri(HubHost.Addresses(app).Grpc));
    }

    /// <summary>HTTP address.</summary>
    public Uri Http { get; }

    /// <summary>gRPC address.</summary>
    public Uri Grpc { get; }

    /// <summary>The owner's connection string.</summary>
    public string Owner { get; }

    /// <summary>The owner's look into the database, past all walls.</summary>
    public NpgsqlDataSource Database { get; }

    /// <summary>What the node is made of.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A serving account's connection string for a database.</summary>
    public static string AppConnection(string owner, string account = "hub_app") => new NpgsqlConnectionStringBuilder(owner) { Username = account }.ConnectionString;

    /// <summary>Starts a node, on a fresh clone unless a database is named.</summary>
    public static async Task<HubUnderTest> Start(
        string? owner = null, TimeProvider? clock = null, string? anchors = null, int http = 0, bool development = true, string? explorer = null, Action<IServiceCollection>? extend = null)
    {
        owner ??= await TestCluster.Clone();
        var app = HubHost.Build(
            new HubOptions
            {
                Http = new IPEndPoint(IPAddress.Loopback, http),
                Grpc = new IPEndPoint(IPAddress.Loopback, 0),
                AppConnection = AppConnection(owner),
                DirectoryConnection = AppConnection(owner, "hub_directory"),
                OwnerConnection = owner,
                Development = development,
                Explorer = explorer is not null,
                ExplorerFolder = explorer ?? "",
                AnchorFile = anchors,
                Clock = clock ?? TimeProvider.System,
            },
            builder =>
            {
                builder.Logging.ClearProviders().AddProvider(new LogFile()).SetMinimumLevel(LogLevel.Debug);
                extend?.Invoke(builder.Services);
            });
        await app.StartAsync();
        return new HubUnderTest(app, owner);
    }

    /// <summary>Who a demonstration partner is.</summary>
    public static HubPartner Identity(string partner, string purpose = "TREAT") => HubPartner.FromFile(partner, Path.Combine(TestCluster.Keys, partner + ".json"), purpose);

    /// <summary>A channel whose calls come from a partner.</summary>
    public GrpcChannel Channel(string partner, string purpose = "TREAT")
    {
        var channel = HubChannel.Open(Grpc, Http, Identity(partner, purpose));
        channels.Add(channel);
        return channel;
    }

    /// <summary>The discharge service as a partner calls it.</summary>
    public DischargeService.DischargeServiceClient Discharges(string partner, string purpose = "TREAT") =>
        new(Channel(partner, purpose).Intercept(new ErrorFile()));

    /// <summary>The care-home service as a partner calls it.</summary>
    public CareHomeService.CareHomeServiceClient CareHomes(string partner, string purpose = "TREAT") =>
        new(Channel(partner, purpose).Intercept(new ErrorFile()));

    /// <summary>The placement service as a partner calls it.</summary>
    public PlacementService.PlacementServiceClient Placements(string partner, string purpose = "TREAT") =>
        new(Channel(partner, purpose).Intercept(new ErrorFile()));

    /// <summary>The referral service as a partner calls it.</summary>
    public ReferralService.ReferralServiceClient Referrals(string partner, string purpose = "TREAT") =>
        new(Channel(partner, purpose).Intercept(new ErrorFile()));

    /// <summary>A channel whose calls carry exactly these headers.</summary>
    public DischargeService.DischargeServiceClient Bare(params (string Name, string Value)[] headers)
    {
        var channel = GrpcChannel.ForAddress(Grpc);
        channels.Add(channel);
        return new(channel.Intercept(new ErrorFile()).Intercept(metadata =>
        {
            foreach (var (name, value) in headers)
            {
                metadata.Add(name, value);
            }

            return metadata;
        }));
    }

    /// <summary>A call that the access table permits to a demonstration partner, for operations that are run without a door.</summary>
    public Call CallOf(string partner, string operation)
    {
        var known = Services.GetRequiredService<PartnerDirectory>().DemandActive(partner);
        var rule = Services.GetRequiredService<AccessTable>().Doors.Values.First(r => r.Name == operation);
        var caller = new Caller(known.Id, known.Organization, known.Kind, known.Scopes, known.Purposes, "test", DateTimeOffset.MaxValue);
        var purpose = rule.AboutPerson ? "TREAT" : "";
        AccessTable.Demand(rule, caller, purpose);
        return new Call(caller, rule, purpose, "test");
    }

    /// <summary>Puts every partner's rate and budget out of the way of tests that are about something else.</summary>
    public async Task LiftRates()
    {
        await Execute("update access.partner set rate_per_second = 1000000, burst = 1000000, cost_per_minute = 1000000000");
        await Services.GetRequiredService<PartnerDirectory>().Refresh(CancellationToken.None);
    }

    /// <summary>One value from the database, past all walls.</summary>
    public async Task<T> Value<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Changes the database behind the hub's back.</summary>
    public async Task<int> Execute(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>One number from the database as the serving account has it for an organisation: behind the row walls, and behind nothing else.</summary>
    public async Task<long> As(string organization, string sql)
    {
        await using var source = NpgsqlDataSource.Create(AppConnection(Owner));
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    /// <summary>Stops the node as a signal would; what its clients have open is theirs.</summary>
    public async Task Stop()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        using (var http = new HttpClient())
        {
            await File.AppendAllTextAsync(Path.Combine(TestCluster.Output, $"metrics-{Guid.CreateVersion7():N}.txt"), await http.GetStringAsync(new Uri(Http, "/metrics")));
        }

        await app.StopAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var channel in channels)
        {
            channel.Dispose();
        }

        await Stop();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
