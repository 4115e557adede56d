using System.Text.Json;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>What the jobs did and how they stand, for any node and for the operator. Each look first gives up the runs whose nodes are gone.</summary>
public sealed class RunHistory(NpgsqlDataSource source)
{
    private const string GiveUp = "update clock.run set outcome = 'lost', ended_at = clock_timestamp() where outcome is null and seen_at < clock_timestamp() - interval '1 minute'";

    private const string Columns = "select job, slot, fence, node, started_at, ended_at, outcome, counts::text, error from clock.run ";

    private const string Latest = Columns + "where $1 is null or job = $1 order by fence desc limit $2";

    private const string OfSlot = Columns + "where job = $1 and slot = $2 order by fence desc limit 1";

    private const string Standing = """
        select j.job, j.since, j.succeeded_at, last.outcome, last.error, (select r.node from clock.run r where r.job = j.job and r.outcome is null order by r.fence desc limit 1)
        from clock.job j left join lateral (
            select r.outcome, r.error from clock.run r where r.job = j.job and r.outcome <> 'skipped' order by r.fence desc limit 1) last on true
        """;

    private const string Expected = "insert into clock.job (job) select unnest($1::text[]) on conflict do nothing";

    /// <summary>Runs, the latest first.</summary>
    /// <param name="job">Of one job only.</param>
    /// <param name="last">How many at most.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<List<JobRun>> Last(string? job, int last, CancellationToken ct) =>
        Read(WalledBatch.Command(Latest, new NpgsqlParameter<string?> { TypedValue = job }, last), Run, ct);

    /// <summary>The latest run of one firing.</summary>
    public async Task<JobRun?> Of(string job, DateTimeOffset slot, CancellationToken ct) => (await Read(WalledBatch.Command(OfSlot, job, slot), Run, ct)).SingleOrDefault();

    /// <summary>How each job stands.</summary>
    public async Task<IReadOnlyDictionary<string, JobState>> States(CancellationToken ct) => (await Read(WalledBatch.Command(Standing), State, ct)).ToDictionary();

    /// <summary>Notes which jobs are expected to run from now on, so that one that never does is seen to be late.</summary>
    public async Task Expect(IReadOnlyList<string> jobs, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(WalledBatch.Command(Expected, new NpgsqlParameter<string[]> { TypedValue = [.. jobs] }));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<T>> Read<T>(NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(WalledBatch.Command(GiveUp));
        batch.BatchCommands.Add(query);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    private static JobRun Run(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetFieldValue<DateTimeOffset>(1),
        row.GetInt64(2),
        row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        Moment(row, 5),
        Outcome(row, 6),
        JsonSerializer.Deserialize<Dictionary<string, long>>(row.GetString(7))!,
        row.TextAt(8));

    private static KeyValuePair<string, JobState> State(NpgsqlDataReader row) =>
        new(row.GetString(0), new JobState(row.GetFieldValue<DateTimeOffset>(1), Moment(row, 2), Outcome(row, 3), row.TextAt(4), row.TextAt(5)));

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static RunOutcome? Outcome(NpgsqlDataReader row, int column) => row.TextAt(column) is { } name ? Enum.Parse<RunOutcome>(name, ignoreCase: true) : null;
}
