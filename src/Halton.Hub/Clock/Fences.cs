using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>
/// Gives each firing of a job its fence, remembers which firings are done, and writes the history of the runs: the scheduler alone does not
/// promise that one runs once.
/// </summary>
public sealed class Fences(NpgsqlDataSource source)
{
    // A firing that was begun and not ended may be begun again when its node is gone, which the scheduler says or its run's end has shown.
    private const string Begin = """
        with taken as (
            insert into clock.firing as f (job, slot, fence, node, started_at) values ($1, $2, nextval('clock.fence'), $3, clock_timestamp())
            on conflict (job, slot) do update set fence = excluded.fence, node = excluded.node, started_at = excluded.started_at
                where f.ended_at is null and ($4 or not exists (select from clock.run r where r.fence = f.fence and r.outcome is null))
            returning fence),
        lost as (
            update clock.run r set outcome = 'lost', ended_at = clock_timestamp() from taken where r.job = $1 and r.slot = $2 and r.outcome is null),
        begun as (
            insert into clock.run (fence, job, slot, node, started_at, seen_at) select fence, $1, $2, $3, clock_timestamp(), clock_timestamp() from taken)
        select fence from taken
        """;

    private const string Forget = "delete from clock.firing where job = $1 and slot < $2 - interval '1 day'";

    private const string Skipped = """
        insert into clock.run (fence, job, slot, node, started_at, seen_at, ended_at, outcome)
        select nextval('clock.fence'), $1, $2, $3, now, now, now, 'skipped' from clock_timestamp() as now
        """;

    private const string Done = "update clock.firing set ended_at = clock_timestamp() where job = $1 and slot = $2 and fence = $3";

    private const string Succeeded = "update clock.run set outcome = 'succeeded', ended_at = clock_timestamp(), counts = $2, error = null where fence = $1";

    private const string DidItsWork = "insert into clock.job (job, succeeded_at) values ($1, clock_timestamp()) on conflict (job) do update set succeeded_at = excluded.succeeded_at";

    // Of runs that did nothing, one a minute says enough. One that follows a failure stays: it ends it.
    private const string Unremarkable = """
        delete from clock.run where fence = $1 and exists (
            select from (select outcome, ended_at from clock.run where job = $2 and fence <> $1 and outcome <> 'skipped' order by fence desc limit 1) before
            where outcome = 'succeeded' and ended_at > clock_timestamp() - interval '1 minute')
        """;

    // The newest 200 runs of a job always stay, and up to 5,000 of the last 30 days.
    private const string Outlived = """
        delete from clock.run where job = $1 and (
            fence <= (select fence from clock.run where job = $1 order by fence desc offset 5000 limit 1)
            or (started_at < clock_timestamp() - interval '30 days' and fence <= (select fence from clock.run where job = $1 order by fence desc offset 200 limit 1)))
        """;

    private const string Failed = "update clock.run set outcome = 'failed', ended_at = clock_timestamp(), error = $2 where fence = $1 and outcome is null";

    private const string Alive = "update clock.run set seen_at = clock_timestamp() where fence = $1";

    /// <summary>Takes the fence of a firing, and opens its run; null when the firing is done, or runs elsewhere and was not given up.</summary>
    /// <param name="job">The job.</param>
    /// <param name="slot">The moment that the firing stands for.</param>
    /// <param name="node">Who takes it.</param>
    /// <param name="recovering">Whether the scheduler has given the firing's first node up.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Fence?> Take(string job, DateTimeOffset slot, string node, bool recovering, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(WalledBatch.Command(Begin, job, slot, node, recovering));
        batch.BatchCommands.Add(WalledBatch.Command(Forget, job, slot));
        return await batch.ExecuteScalarAsync(ct) is long number ? new Fence(job, slot, number) : null;
    }

    /// <summary>Notes that a firing was passed over.</summary>
    public Task Skip(string job, DateTimeOffset slot, string node, CancellationToken ct) => Run([WalledBatch.Command(Skipped, job, slot, node)], ct);

    /// <summary>
    /// Runs the one change of a firing: what it writes, and the note that the firing is done, commit together and only while the fence
    /// holds. Fault: FENCE_LOST.
    /// </summary>
    public Task Commit(Fence fence, Func<NpgsqlConnection, NpgsqlTransaction, Task> change, CancellationToken ct) => Commit(fence, change, Success(fence, RunCounts.None), ct);

    /// <summary>Notes that a firing is done, what its run came to, and that its job did its work. Fault: FENCE_LOST, unless the firing's one change has said so.</summary>
    /// <param name="fence">The firing.</param>
    /// <param name="counts">What it came to.</param>
    /// <param name="quiet">Whether a run that did nothing may go from the history.</param>
    /// <param name="ct">Ends it early.</param>
    public Task End(Fence fence, RunCounts counts, bool quiet, CancellationToken ct)
    {
        var dull = quiet && !counts.DidSomething;
        return Commit(
            fence,
            (_, _) => Task.CompletedTask,
            [.. Success(fence, counts), dull ? WalledBatch.Command(Unremarkable, fence.Number, fence.Job) : WalledBatch.Command(Outlived, fence.Job)],
            ct);
    }

    /// <summary>Notes that a run failed. Its firing is not done: it may be begun again.</summary>
    public Task Fail(Fence fence, string error, CancellationToken ct) => Run([WalledBatch.Command(Failed, fence.Number, error), WalledBatch.Command(Outlived, fence.Job)], ct);

    /// <summary>Says that a run goes on.</summary>
    internal Task Beat(Fence fence, CancellationToken ct) => Run([WalledBatch.Command(Alive, fence.Number)], ct);

    private async Task Commit(Fence fence, Func<NpgsqlConnection, NpgsqlTransaction, Task> change, IEnumerable<NpgsqlBatchCommand> afterwards, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (!fence.Ended)
        {
            await fence.Demand(connection, transaction, ct);
            await change(connection, transaction);
            batch.BatchCommands.Add(WalledBatch.Command(Done, fence.Job, fence.Slot, fence.Number));
        }

        foreach (var command in afterwards)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        fence.Ended = true;
    }

    private static NpgsqlBatchCommand[] Success(Fence fence, RunCounts counts) =>
        [WalledBatch.Command(Succeeded, fence.Number, HubJson.Parameter(counts.Named)), WalledBatch.Command(DidItsWork, fence.Job)];

    private async Task Run(IEnumerable<NpgsqlBatchCommand> commands, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }
}
