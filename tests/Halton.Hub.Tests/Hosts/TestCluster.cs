using Halton.Hub.Server;
using Halton.Hub.Server.Postgres;
using Halton.Hub.Server.Seeding;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Halton.Hub.Tests.Hosts;

/// <summary>One real PostgreSQL for the whole run, with a migrated and seeded template that each test class clones.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "hub_template";
    private static readonly SemaphoreSlim Cloning = new(1);
    private static int clones;
    private PrivateCluster? cluster;
    private IDisposable? traces;

    /// <summary>Where the run leaves its logs, metrics, traces and errors for the leak scan.</summary>
    public static string Output { get; } = Environment.GetEnvironmentVariable("HUB_TEST_OUTPUT") ?? Path.Combine(AppContext.BaseDirectory, "test-output");

    /// <summary>The folder of the demonstration partners' private keys.</summary>
    public static string Keys { get; private set; } = "";

    /// <summary>How the owner reaches the cluster.</summary>
    private static string Owner { get; set; } = "";

    /// <summary>Folder of the run's data.</summary>
    internal static DataFolder Folder { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        System.IO.Directory.CreateDirectory(Output);
        traces = TraceFile.Keep();
        Folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), $"halton-hub-tests-{Environment.ProcessId}"));
        cluster = await PrivateCluster.Start(Folder, CancellationToken.None);
        (Owner, Keys) = (cluster.OwnerConnection, Folder.Keys);
        var template = On(Template);
        // Nothing cuts the power of this one; what must survive a kill is shown on clusters of their own.
        await Admin("alter system set fsync = off");
        await Admin("select pg_reload_conf()");
        await Admin($"create database {Template}");
        await HubDatabase.BringUpToDate(template, CancellationToken.None);
        await DemoSeed.Load(template, Keys, 1, TimeProvider.System, CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await cluster!.Stop();
        traces!.Dispose();
        System.IO.Directory.Delete(Folder.Path, recursive: true);
    }

    /// <summary>A database of one's own; the owner's connection string.</summary>
    public static async Task<string> Clone()
    {
        var name = $"hub_test_{Interlocked.Increment(ref clones)}";
        await Cloning.WaitAsync();
        try
        {
            await Admin($"create database {name} template {Template}");
        }
        finally
        {
            Cloning.Release();
        }

        return On(name);
    }

    private static string On(string database) => new NpgsqlConnectionStringBuilder(Owner) { Database = database }.ConnectionString;

    private static async Task Admin(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(On("postgres")) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
