using System.Diagnostics;
using Halton.Hub.Faults.Running;
using Npgsql;

namespace Halton.Hub.Faults.Clocks;

/// <summary>A node that only ticks, in a process of its own.</summary>
internal sealed class ClockNodeProcess(NpgsqlDataSource source, string owner, string clock, bool fenced, string log) : IDisposable
{
    private const string Runs = """
        select b.slot from (select * from probe.begun where clock = $1 order by at desc limit 1) b
        where b.pid = $2 and not exists (select 1 from probe.effect e where e.clock = b.clock and e.slot = b.slot)
        """;

    private const string Known = "select coalesce(array_agg(instance_name::text), '{}') from clock.qrtz_scheduler_state where starts_with(sched_name, $1)";
    private Process? process;

    /// <summary>Starts it, and waits until it is one of the clock's nodes.</summary>
    public async Task Launch(CancellationToken ct)
    {
        var others = await Nodes(ct);
        Start();
        while ((await Nodes(ct)).IsSubsetOf(others))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, ct);
        }
    }

    private void Start() => process = Process.Start("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, "dotnet", typeof(ClockNodeProcess).Assembly.Location,
        ClockNodeCommand.Name, owner, clock, .. fenced ? new[] { "--fenced" } : []]);

    /// <summary>The firing that it is in the middle of, if any.</summary>
    public async Task<DateTimeOffset?> Busy(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Runs);
        command.Parameters.Add(new() { Value = clock });
        command.Parameters.Add(new() { Value = process!.Id });
        return await command.ExecuteScalarAsync(ct) is DateTime slot ? new DateTimeOffset(slot) : null;
    }

    /// <summary>SIGSTOP.</summary>
    public Task Pause() => Signal.Send("STOP", process!.Id);

    /// <summary>SIGCONT.</summary>
    public Task Wake() => Signal.Send("CONT", process!.Id);

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    private async Task<HashSet<string>> Nodes(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Known);
        command.Parameters.Add(new() { Value = clock });
        return [.. (string[])(await command.ExecuteScalarAsync(ct))!];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        process?.Kill();
        process?.Dispose();
    }
}
