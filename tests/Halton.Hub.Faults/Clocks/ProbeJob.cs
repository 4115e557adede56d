using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Npgsql;
using Quartz;

namespace Halton.Hub.Faults.Clocks;

/// <summary>Says that it has begun, takes its time, then leaves one row: two rows of one slot are two effects.</summary>
internal sealed class ProbeJob(NpgsqlDataSource source, Fences fences, ProbeOptions options) : IJob
{
    private const string Begun = "insert into probe.begun (clock, slot, pid) values ($1, $2, $3)";
    private const string Effect = "insert into probe.effect (clock, slot, pid) values ($1, $2, $3)";
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(400);

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var slot = context.Slot();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await Insert(Begun, slot, connection, null);
        await Task.Delay(Work, TimeProvider.System, cancellationToken);
        if (options.Fenced)
        {
            await fences.Commit(FencedFirings.Current, (held, transaction) => Insert(Effect, slot, held, transaction), cancellationToken);
        }
        else
        {
            await Insert(Effect, slot, connection, null);
        }
    }

    private async Task Insert(string sql, DateTimeOffset slot, NpgsqlConnection connection, NpgsqlTransaction? transaction)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction) { Parameters = { new() { Value = options.Clock }, new() { Value = slot }, new() { Value = Environment.ProcessId } } };
        await command.ExecuteNonQueryAsync();
    }
}
