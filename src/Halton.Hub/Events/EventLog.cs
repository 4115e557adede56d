using System.Collections.Frozen;
using System.Text.Json;
using Halton.Hub.Data;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Events;

/// <summary>
/// The event log, written in the same transaction as the change. It is read in commit order: only rows whose transaction lies below
/// every transaction still running, ordered by transaction, then position. Ordering by position alone would lose events that commit late.
/// </summary>
/// <param name="source">The serving account's connections.</param>
/// <param name="ledger">Where its rows are.</param>
/// <param name="payloads">The type of the payload of each kind of event; a kind that a newer node writes is passed over here.</param>
public sealed class EventLog(NpgsqlDataSource source, Ledger ledger, IReadOnlyDictionary<string, Type> payloads)
{
    private const string Channel = "hub_events";

    private readonly string inCommitOrder =
        $"select e.xid, e.position, e.id, e.kind, e.record_id, e.audience, e.occurred_at, e.payload::text from {ledger.Events} e "
        + $"where (e.xid, e.position) > ($1, $2) and e.xid < pg_snapshot_xmin(pg_current_snapshot()) and ($3 = 'SYSTEM:EventFeed' or e.audience && array[$3, '{HubEvent.Everyone}']) order by e.xid, e.position limit $4";

    private const string NowHere = "select pg_snapshot_xmin(pg_current_snapshot())";

    /// <summary>The row of an event, for the change's own transaction.</summary>
    internal static NpgsqlBatchCommand Row(Ledger ledger, Save.PendingEvent told, DateTimeOffset at) => WalledBatch.Command(
        $"insert into {ledger.Events} (id, kind, record_id, audience, occurred_at, payload) values ($1, $2, $3, {told.AudienceFunction}($3), $4, $5)",
        Guid.CreateVersion7(at),
        told.Kind,
        told.RecordId,
        at,
        HubJson.Parameter(told.Payload));

    /// <summary>The rows of events of one audience function and one teller, in their order.</summary>
    /// <param name="ledger">Where they go.</param>
    /// <param name="told">The events.</param>
    /// <param name="at">When.</param>
    /// <param name="json">Writes a payload.</param>
    internal static NpgsqlBatchCommand Rows(Ledger ledger, IReadOnlyList<Save.PendingEvent> told, DateTimeOffset at, Func<object, byte[]> json) => new(
        $"insert into {ledger.Events} (id, kind, record_id, audience, occurred_at, payload) "
        + $"select id, kind, record, {told[0].AudienceFunction}(record), $5, payload from unnest($1, $2, $3, $4) as told (id, kind, record, payload)")
    {
        Parameters =
        {
            WalledBatch.Column(told, NpgsqlDbType.Uuid, _ => Guid.CreateVersion7(at)),
            WalledBatch.Column(told, NpgsqlDbType.Text, e => e.Kind),
            WalledBatch.Column(told, NpgsqlDbType.Uuid, e => e.RecordId),
            WalledBatch.Column(told, NpgsqlDbType.Jsonb, e => json(e.Payload)),
            new NpgsqlParameter { Value = at },
        },
    };

    /// <summary>Wakes readers on every node when the transaction commits.</summary>
    internal static NpgsqlBatchCommand Wake() => new($"notify {Channel}");

    /// <summary>Starts to be woken.</summary>
    internal static async Task<NpgsqlConnection> Listen(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand($"listen {Channel}", connection);
        await command.ExecuteNonQueryAsync(ct);
        return connection;
    }

    /// <summary>Where the log stands now: everything committed later lies behind.</summary>
    public async Task<EventPosition> Now(CancellationToken ct)
    {
        await using var command = source.CreateCommand(NowHere);
        return new EventPosition((ulong)(await command.ExecuteScalarAsync(ct))!, 0);
    }

    /// <summary>Events behind a position that an organisation may hear of, in commit order, at most <paramref name="limit"/>.</summary>
    public async Task<List<HubEvent>> After(EventPosition position, string organization, int limit, CancellationToken ct)
    {
        var events = new List<HubEvent>();
        await using var batch = WalledBatch.For(source.CreateBatch(), organization);
        batch.BatchCommands.Add(WalledBatch.Command(
            inCommitOrder, new NpgsqlParameter { Value = position.Xid, NpgsqlDbType = NpgsqlDbType.Xid8 }, position.Position, organization, limit));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var kind = reader.GetString(3);
            events.Add(new HubEvent(
                new EventPosition(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)),
                reader.GetGuid(2),
                kind,
                reader.GetGuid(4),
                reader.GetFieldValue<string[]>(5).ToFrozenSet(),
                reader.GetFieldValue<DateTimeOffset>(6),
                JsonSerializer.Deserialize(reader.GetString(7), payloads.GetValueOrDefault(kind, typeof(JsonElement)), HubJson.Options)!));
        }

        return events;
    }
}
