using Npgsql;

namespace Halton.Hub.Faults.Checks;

/// <summary>A place in the event log: transaction, then position.</summary>
internal readonly record struct LogPlace(ulong Xid, long Position)
{
    /// <summary>The last event's place.</summary>
    public static async Task<LogPlace> End(string owner, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand("select xid, position from events.event order by xid desc, position desc limit 1");
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new LogPlace(row.GetFieldValue<ulong>(0), row.GetInt64(1)) : default;
    }
}
