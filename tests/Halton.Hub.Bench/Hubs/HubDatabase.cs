using System.Globalization;
using Npgsql;

namespace Halton.Hub.Bench.Hubs;

/// <summary>What the benchmark asks the hub's database itself, as its superuser.</summary>
internal sealed class HubDatabase(string connection) : IAsyncDisposable
{
    private static readonly TimeSpan DirectoryRefresh = TimeSpan.FromSeconds(3);

    // People whose stay comes first by the hub's own order is the trust's and verified, so that the bare reference, which asks no
    // more than the number, finds the same row.
    private const string Answered = """
        select nhs_number from (
            select distinct on (nhs_number) nhs_number, trust, nhs_number_status from discharge.stay
            where nhs_number is not null order by nhs_number, (state <= 3) desc, admitted_at desc) first
        where trust = $1 and nhs_number_status = '01' order by hashtext(nhs_number) limit 300000
        """;

    private const string Raise = """
        update access.partner set rate_per_second = 1000000, burst = 1000000, cost_per_minute = 2000000000
        where id = any ($1) and (rate_per_second, cost_per_minute) <> (1000000, 2000000000)
        """;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { CommandTimeout = 300, MaxPoolSize = 2 }.ConnectionString);

    /// <summary>How to reach it.</summary>
    public string Connection => connection;

    /// <summary>Raises the rate of the partners that call out of the way and waits until the hub knows.</summary>
    public async Task RaiseRate(CancellationToken ct, params string[] partners)
    {
        await using var raise = source.CreateCommand(Raise);
        raise.Parameters.AddWithValue(partners.Length > 0 ? partners : [HubProcess.Partner]);
        if (await raise.ExecuteNonQueryAsync(ct) > 0)
        {
            await Task.Delay(DirectoryRefresh, ct);
        }
    }

    /// <summary>NHS numbers to ask for, in no order.</summary>
    public async Task<string[]> Numbers(CancellationToken ct)
    {
        await using var ask = source.CreateCommand(Answered);
        ask.Parameters.AddWithValue(HubProcess.Trust);
        await using var row = await ask.ExecuteReaderAsync(ct);
        var numbers = new List<string>();
        while (await row.ReadAsync(ct))
        {
            numbers.Add(row.GetString(0));
        }

        return numbers.Count > 0 ? [.. numbers] : throw new BenchFailed("The data folder holds no stay to ask for.");
    }

    /// <summary>How many stays there are.</summary>
    public async Task<long> Stays(CancellationToken ct) => await Value<long>("select count(*) from discharge.stay", ct);

    /// <summary>A point in the audit, to count from.</summary>
    public Task<string> AuditMark(CancellationToken ct) => Value<string>("select pg_current_xact_id()::text", ct);

    /// <summary>Audit rows of the call measured, successes of the calling partner, since a point.</summary>
    public async Task<long> AuditRowsSince(string mark, CancellationToken ct)
    {
        await using var count = source.CreateCommand(
            "select count(*) from audit.entry where xid > $1::xid8 and partner = $2 and operation like '%GetDischargeStatus' and outcome = 'success' and cardinality(records) = 1");
        count.Parameters.Add(new NpgsqlParameter { Value = mark, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Unknown });
        count.Parameters.AddWithValue(HubProcess.Partner);
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Writes out what is dirty, so that each side pays for its own writes within its own round.</summary>
    public Task Checkpoint(CancellationToken ct) => Do("checkpoint", ct);

    /// <summary>The server process that all of the database's processes are children of.</summary>
    public async Task<int> Postmaster(CancellationToken ct)
    {
        var backend = await Value<int>("select pg_backend_pid()", ct);
        var stat = await File.ReadAllTextAsync($"/proc/{backend}/stat", ct);
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Runs statements that answer nothing.</summary>
    public async Task Do(string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Runs one statement and answers its rows.</summary>
    public async Task<List<object?[]>> Rows(string sql, CancellationToken ct)
    {
        await using var ask = source.CreateCommand(sql);
        await using var row = await ask.ExecuteReaderAsync(ct);
        var rows = new List<object?[]>();
        while (await row.ReadAsync(ct))
        {
            rows.Add([.. Enumerable.Range(0, row.FieldCount).Select(column => row.IsDBNull(column) ? null : row.GetValue(column))]);
        }

        return rows;
    }

    /// <summary>Runs one statement and answers its one value.</summary>
    public async Task<T> Value<T>(string sql, CancellationToken ct)
    {
        await using var ask = source.CreateCommand(sql);
        return (T)(await ask.ExecuteScalarAsync(ct))!;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.DisposeAsync();
}
