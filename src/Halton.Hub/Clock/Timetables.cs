using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>
/// Which timetables nodes tick by. Nodes of two versions with different timetables each keep their own in the scheduler's tables, so
/// neither puts the other off or meets a job that it does not know; one that no node has used for ten minutes goes, with all its triggers.
/// </summary>
public sealed class Timetables(NpgsqlDataSource source)
{
    private const string Use = "insert into clock.timetable (name, seen_at) values ($1, clock_timestamp()) on conflict (name) do update set seen_at = excluded.seen_at";

    // The scheduler's library makes these at its first start, and two nodes that do it at once fail.
    private const string Locks = $"insert into {ClockTables.Prefix}locks (sched_name, lock_name) values ($1, 'TRIGGER_ACCESS'), ($1, 'STATE_ACCESS') on conflict do nothing";

    private const string Unused = "delete from clock.timetable where starts_with(name, $1) and name <> $2 and seen_at < clock_timestamp() - interval '10 minutes'";

    /// <summary>Says that a node uses a timetable, and removes those of the same clock that no node uses any longer.</summary>
    /// <param name="clock">The clock's name, with which the names of its timetables begin.</param>
    /// <param name="name">The timetable in use.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task Keep(string clock, string name, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(WalledBatch.Command(Use, name));
        batch.BatchCommands.Add(WalledBatch.Command(Locks, name));
        batch.BatchCommands.Add(WalledBatch.Command(Unused, clock + "-", name));
        foreach (var table in ClockTables.ByTimetable)
        {
            batch.BatchCommands.Add(WalledBatch.Command(
                $"delete from {ClockTables.Prefix}{table} where starts_with(sched_name, $1) and not exists (select from clock.timetable where name = sched_name)", clock + "-"));
        }

        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
