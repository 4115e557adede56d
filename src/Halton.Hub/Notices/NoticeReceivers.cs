using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Npgsql;

namespace Halton.Hub.Notices;

/// <summary>The receivers that are not paused and whose address the hub may call, as the database has them now.</summary>
internal sealed class NoticeReceivers(NpgsqlDataSource source)
{
    /// <summary>Whether the hub may call the address of a receiver <c>r</c>.</summary>
    public const string Allowed = "exists (select from notices.allowed_origin a where r.url = a.origin or starts_with(r.url, a.origin || '/'))";

    private const string Sql = $"select r.id, r.org, r.url, r.kinds, r.xid, r.position from notices.receiver r where not r.paused and {Allowed} order by r.id";

    private const string Due = """
        select coalesce((select l.next_at <= $2 from notices.notice l where l.receiver_id = $1 and l.state = 'pending' order by l.sequence limit 1), false)
        """;

    /// <summary>Whether the first in a line is due: a look that leaves no trace, so that quiet lines fill no audit.</summary>
    public async Task<bool> HasDue(ClockCaller clock, Guid receiver, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = WalledBatch.For(source.CreateBatch(), clock.Call.Organization);
        batch.BatchCommands.Add(WalledBatch.Command(Due, receiver, now));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        return await row.ReadAsync(ct) && row.GetBoolean(0);
    }

    /// <summary>All of them.</summary>
    public async Task<List<NoticeReceiver>> All(CancellationToken ct)
    {
        var receivers = new List<NoticeReceiver>();
        await using var command = source.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            receivers.Add(new NoticeReceiver(
                row.GetGuid(0), row.GetString(1), new Uri(row.GetString(2)), await row.GetFieldValueAsync<string[]>(3, ct), new EventPosition(await row.GetFieldValueAsync<ulong>(4, ct), row.GetInt64(5))));
        }

        return receivers;
    }
}
