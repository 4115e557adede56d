using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Notices;

/// <summary>Puts what has happened into the lines of those who want to hear of it, in commit order: each event once, and none left out.</summary>
public sealed class LineUpNotices
{
    private const int AtATime = 500;

    private const string Move = "update notices.receiver set xid = $2, position = $3 where id = $1 and (xid, position) = ($4, $5)";

    private const string Insert = """
        insert into notices.notice (receiver_id, event_id, kind, record_id, occurred_at, next_at)
        select $1, e.id, e.kind, e.record_id, e.occurred_at, $6 from unnest($2, $3, $4, $5) with ordinality as e (id, kind, record_id, occurred_at, nth) order by e.nth
        on conflict do nothing
        """;

    private readonly OneSave saves;
    private readonly EventLog log;
    private readonly NoticeReceivers receivers;

    internal LineUpNotices(OneSave saves, EventLog log, NoticeReceivers receivers) => (this.saves, this.log, this.receivers) = (saves, log, receivers);

    /// <summary>Lines up what is new; how many notices that are.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var lined = 0L;
        foreach (var receiver in await receivers.All(ct))
        {
            var at = receiver.Position;
            for (var more = true; more;)
            {
                var events = await log.After(at, receiver.Org, AtATime, ct);
                if (events.Count > 0)
                {
                    var (from, wanted) = (at, events.FindAll(e => receiver.Wants(e.Kind)));
                    at = events[^1].At;
                    await saves.Run(
                        clock.Call, clock.RequestId($"line {receiver.Id} {at.Xid} {at.Position}"), new Lined(receiver.Id, wanted.Count), save => Keep(save, receiver.Id, from, at, wanted, ct), kept => kept.ReceiverId, ct);
                    lined += wanted.Count;
                }

                more = events.Count == AtATime;
            }
        }

        return RunCounts.Of(("lined up", lined));
    }

    private static async Task<Lined> Keep(Save save, Guid receiver, EventPosition from, EventPosition to, List<HubEvent> wanted, CancellationToken ct)
    {
        await using var move = save.Batch(WalledBatch.Command(Move, receiver, Xid(to.Xid), to.Position, Xid(from.Xid), from.Position));

        // Whoever was faster has lined them up.
        if (await move.ExecuteNonQueryAsync(ct) == 1 && wanted.Count > 0)
        {
            await using var insert = save.Batch(WalledBatch.Command(
                Insert,
                receiver,
                wanted.Select(e => e.Id).ToArray(),
                (object)wanted.Select(e => e.Kind).ToArray(),
                wanted.Select(e => e.RecordId).ToArray(),
                wanted.Select(e => e.OccurredAt).ToArray(),
                save.Now));
            await insert.ExecuteNonQueryAsync(ct);
        }

        return new Lined(receiver, wanted.Count);
    }

    private static NpgsqlParameter Xid(ulong xid) => new() { Value = xid, NpgsqlDbType = NpgsqlDbType.Xid8 };

    private sealed record Lined(Guid ReceiverId, int Count);
}
