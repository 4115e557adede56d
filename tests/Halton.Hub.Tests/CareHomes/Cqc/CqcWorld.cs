using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>A node, a CQC of its own, and the job between them.</summary>
public sealed class CqcWorld : IAsyncLifetime
{
    /// <summary>The node.</summary>
    public HubUnderTest Hub { get; private set; } = null!;

    /// <summary>Its CQC.</summary>
    internal CqcStub Cqc { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Cqc = await CqcStub.Start();
        Hub = await Node(Patient(Cqc.Url));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Cqc.DisposeAsync();
    }

    /// <summary>Options that ask quickly.</summary>
    internal static CqcOptions Patient(Uri url) => new()
    {
        Url = url,
        Key = CqcStub.Key,
        RequestsPerMinute = 1_000_000,
        Repeats = 3,
        FirstWait = TimeSpan.FromMilliseconds(5),
        AttemptTimeout = TimeSpan.FromSeconds(3),
    };

    /// <summary>A node that reads CQC from a source.</summary>
    internal static Task<HubUnderTest> Node(CqcOptions options, string? owner = null) =>
        HubUnderTest.Start(owner, extend: services => Schedule.Watch(services.AddSingleton(options)));

    /// <summary>Fires the job on a node, as <c>jobs run</c> does; its run.</summary>
    internal static async Task<JobRun> Sync(HubUnderTest hub)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(new LogFile()).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddMetrics();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner)));
        builder.Services.AddSingleton(hub.Services.GetRequiredService<SyncCqcDirectory>());
        OneFiring.AddTo(builder.Services, Schedule.Timetable);
        using var host = builder.Build();
        return (await OneFiring.Run(host.Services, Schedule.Timetable.Find("CqcDirectorySync"), TestContext.Current.CancellationToken))!;
    }

    /// <summary>Fires the job; its run.</summary>
    internal Task<JobRun> Sync() => Sync(Hub);

    /// <summary>A CQC that knows nothing, and a hub that knows no home.</summary>
    internal async Task Clear()
    {
        Cqc.Clear();
        await Forget(Hub);
    }

    /// <summary>A hub that knows no home.</summary>
    internal static Task Forget(HubUnderTest hub) =>
        hub.Execute("truncate carehomes.care_home, carehomes.provider, carehomes.succession, carehomes.cqc_progress cascade");

    /// <summary>One value of one home.</summary>
    internal Task<T> Of<T>(string location, string column) => Hub.Value<T>($"select {column} from carehomes.care_home where location_id = $1", location);

    /// <summary>What the latest event of a home says has changed; nothing when there is none.</summary>
    internal Task<string> Told(string location) => Hub.Value<string>(
        "select coalesce((select payload->>'Changed' from events.event where kind = 'care-home.changed' and payload->>'LocationId' = $1 order by position desc limit 1), '')", location);

    /// <summary>How many events tell of a home.</summary>
    internal Task<long> Events(string location) => Hub.Value<long>("select count(*) from events.event where kind = 'care-home.changed' and payload->>'LocationId' = $1", location);

    /// <summary>Puts back when CQC was last heard.</summary>
    internal Task Age(TimeSpan by) => Hub.Execute(
        "with p as (update carehomes.cqc_progress set until = until - $1, refreshed_at = refreshed_at - $1) update carehomes.care_home set synced_at = synced_at - $1", by);
}
