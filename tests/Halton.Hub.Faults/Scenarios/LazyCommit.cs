using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Running;
using Npgsql;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>
/// Control: with <c>synchronous_commit = off</c> a killed database must be seen to lose acknowledged writes. The server's log writer is held
/// up meanwhile; left alone it hands each full page to the kernel, and so little would be lost that luck might hide it.
/// </summary>
internal sealed class LazyCommit : IScenario
{
    /// <inheritdoc />
    public string Name => "control-lazy-commit";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var hub = context.Hub;
        await Alter(hub.OwnerConnection, "set synchronous_commit = off", "set wal_writer_delay = '10s'", "set wal_writer_flush_after = '1GB'");
        try
        {
            await using var traffic = await Traffic.Start(hub, context.Seed + 3, ct);
            await traffic.Pause(800, 1200, ct);
            await HoldLogWriter(hub.OwnerConnection);
            await traffic.Pause(600, 900, ct);
            var stopping = traffic.StopCalls(ct);
            await hub.Database.Kill();
            await stopping;
            await traffic.EndWatches(ct);
            await DatabaseProcess.Back(hub.OwnerConnection, ct);
            var database = await DatabaseView.Read(hub.OwnerConnection, traffic.Name, traffic.History.Began, ct);
            await traffic.History.Keep(context.HistoryFile(Name));
            return new Outcome("one kill -9 of a database with synchronous_commit = off", [AcknowledgedCheck.Run(traffic.History, database)], "I1");
        }
        finally
        {
            await Alter(hub.OwnerConnection, "reset synchronous_commit", "reset wal_writer_delay", "reset wal_writer_flush_after");
        }
    }

    private static async Task HoldLogWriter(string owner)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var find = source.CreateCommand("select pid from pg_stat_activity where backend_type = 'walwriter'");
        await Signal.Send("STOP", (int)(await find.ExecuteScalarAsync())!);
    }

    private static async Task Alter(string owner, params string[] settings)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        foreach (var setting in settings)
        {
            await using var alter = source.CreateCommand($"alter system {setting}");
            await alter.ExecuteNonQueryAsync();
        }

        await using var reload = source.CreateCommand("select pg_reload_conf()");
        await reload.ExecuteNonQueryAsync();
    }
}
