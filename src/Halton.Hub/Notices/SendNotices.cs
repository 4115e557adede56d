using Halton.Hub.Clock;
using Halton.Hub.Data;
using Npgsql;

namespace Halton.Hub.Notices;

/// <summary>
/// Sends what stands in the lines, each line in its order. An attempt is counted before it is made, so that whatever ends in the middle of it is known as a
/// repeat afterwards. What fails is tried again after longer and longer pauses, and holds up its own line alone; after the last attempt it is dead, which
/// <c>./hub notices list</c> shows, and the line goes on.
/// </summary>
public sealed class SendNotices
{
    /// <summary>The pauses before the next attempts, the first longer than an attempt can take; so many and one are made.</summary>
    internal static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12)];

    private static readonly double[] NextIn = [.. Pauses.Append(Pauses[^1]).Select(p => p.TotalSeconds)];
    private static readonly TimeSpan Shift = TimeSpan.FromSeconds(20);

    // Asked of the row itself too: of two that look at once, the second finds it claimed.
    private const string Claim = """
        update notices.notice n set attempts = n.attempts + 1, next_at = $2 + make_interval(secs => ($3::float8[])[least(n.attempts - n.spared + 1, cardinality($3))])
        where (n.receiver_id, n.event_id) in (
            select h.receiver_id, h.event_id from (select * from notices.notice l where l.receiver_id = $1 and l.state = 'pending' order by l.sequence limit 1) h where h.next_at <= $2)
            and n.state = 'pending' and n.next_at <= $2
        returning n.event_id, n.kind, n.record_id, n.occurred_at, n.attempts
        """;

    private const string Settle = """
        update notices.notice set last_outcome = $3, state = case when $3 = 'taken' then 'sent' when attempts - spared >= $4 then 'dead' else state end,
            ended_at = case when $3 = 'taken' or attempts - spared >= $4 then $5::timestamptz end
        where receiver_id = $1 and event_id = $2 and state = 'pending'
        returning state
        """;

    private readonly OneSave saves;
    private readonly NoticeReceivers receivers;
    private readonly NoticePost post;
    private readonly TimeProvider time;

    internal SendNotices(OneSave saves, NoticeReceivers receivers, NoticePost post, TimeProvider time) => (this.saves, this.receivers, this.post, this.time) = (saves, receivers, post, time);

    /// <summary>Sends for a while; a receiver that hangs keeps no other waiting.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var tallies = await Task.WhenAll((await receivers.All(ct)).Select(receiver => Send(clock, receiver, ct)));
        return RunCounts.Of(("sent", tallies.Sum(t => t.Sent)), ("failed attempts", tallies.Sum(t => t.Failed)), ("dead", tallies.Sum(t => t.Dead)));
    }

    private async Task<(long Sent, long Failed, long Dead)> Send(ClockCaller clock, NoticeReceiver receiver, CancellationToken ct)
    {
        var (sent, failed, dead, started) = (0L, 0L, 0L, time.GetTimestamp());
        while (time.GetElapsedTime(started) < Shift && await Next(clock, receiver, ct) is { } notice)
        {
            var wrong = await post.Send(receiver, notice, ct);
            var state = await saves.Run(
                clock.Call,
                clock.RequestId($"settle {receiver.Id} {notice.EventId} {notice.Attempt}"),
                notice,
                save => One(save, WalledBatch.Command(Settle, receiver.Id, notice.EventId, wrong ?? "taken", Pauses.Count + 1, save.Now), row => new Settled(notice.RecordId, row.GetString(0)), new Settled(notice.RecordId, "settled before"), ct),
                settled => settled.RecordId,
                ct);
            (sent, failed, dead) = (sent + (wrong is null ? 1 : 0), failed + (wrong is null ? 0 : 1), dead + (state.State == "dead" ? 1 : 0));
        }

        return (sent, failed, dead);
    }

    private async Task<Notice?> Next(ClockCaller clock, NoticeReceiver receiver, CancellationToken ct)
    {
        if (!await receivers.HasDue(clock, receiver.Id, time.GetUtcNow(), ct))
        {
            return null;
        }

        var claimed = await saves.Run(
            clock.Call,
            clock.RequestId($"claim {receiver.Id} {Guid.CreateVersion7()}"),
            receiver.Id,
            save => One(
                save,
                WalledBatch.Command(Claim, receiver.Id, save.Now, NextIn),
                row => new Claimed(receiver.Id, new Notice(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4))),
                new Claimed(receiver.Id, null),
                ct),
            c => c.Notice?.RecordId ?? c.ReceiverId,
            ct);
        return claimed.Notice;
    }

    private static async Task<T> One<T>(Save save, NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read, T none, CancellationToken ct)
    {
        await using var batch = save.Batch(command);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? read(row) : none;
    }

    private sealed record Claimed(Guid ReceiverId, Notice? Notice);

    private sealed record Settled(Guid RecordId, string State);
}
