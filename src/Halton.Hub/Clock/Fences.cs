using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>Gives each firing of a job its fence, and remembers which firings are done: the scheduler alone does not promise that one runs once.</summary>
public sealed class Fences(NpgsqlDataSource source)
{
    // A firing that was begun and not ended may be begun again: its node is gone, or its fence is lost from now on.
    private const string Begin = """
        insert into clock.firing as f (job, slot, fence, node, started_at) values ($1, $2, nextval('clock.fence'), $3, clock_timestamp())
        on conflict (job, slot) do update set fence = excluded.fence, node = excluded.node, started_at = excluded.started_at where f.ended_at is null
        returning fence
        """;

    private const string Forget = "delete from clock.firing where job = $1 and slot < $2 - interval '1 day'";

    private const string Done = "update clock.firing set ended_at = clock_timestamp() where job = $1 and slot = $2 and fence = $3";

    /// <summary>Takes the fence of a firing; null when the firing is done.</summary>
    /// <param name="job">The job.</param>
    /// <param name="slot">The moment that the firing stands for.</param>
    /// <param name="node">Who takes it.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Fence?> Take(string job, DateTimeOffset slot, string node, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(WalledBatch.Command(Begin, job, slot, node));
        batch.BatchCommands.Add(WalledBatch.Command(Forget, job, slot));
        return await batch.ExecuteScalarAsync(ct) is long number ? new Fence(job, slot, number) : null;
    }

    /// <summary>
    /// Runs the one change of a firing: what it writes, and the note that the firing is done, commit together and only while the fence
    /// holds. Fault: FENCE_LOST.
    /// </summary>
    public async Task Commit(Fence fence, Func<NpgsqlConnection, NpgsqlTransaction, Task> change, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await fence.Demand(connection, transaction, ct);
        await change(connection, transaction);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(WalledBatch.Command(Done, fence.Job, fence.Slot, fence.Number));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        fence.Ended = true;
    }

    /// <summary>Notes that a firing is done, unless its change has said so. Fault: FENCE_LOST.</summary>
    public Task End(Fence fence, CancellationToken ct) => fence.Ended ? Task.CompletedTask : Commit(fence, (_, _) => Task.CompletedTask, ct);
}
