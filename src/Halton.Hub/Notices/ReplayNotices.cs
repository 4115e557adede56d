using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Notices;

/// <summary>
/// Puts what was given up back into its line, or, from a moment on, what was taken too; attempts go on counting, so that each is known as a repeat. For the
/// operator. Fault: NO_SUCH_RECEIVER.
/// </summary>
public sealed class ReplayNotices(HubDb db, TimeProvider clock)
{
    /// <summary>Runs it; how many notices that are.</summary>
    /// <param name="id">The receiver.</param>
    /// <param name="since">From when on events are told again; null for what was given up alone.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<int> Run(Guid id, DateTimeOffset? since, CancellationToken ct)
    {
        if (await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from notices.receiver where id = {id}").SingleAsync(ct) == 0)
        {
            throw PauseNoticeReceiver.NoSuchReceiver();
        }

        var (now, from) = (clock.GetUtcNow(), since?.ToUniversalTime() ?? DateTimeOffset.MaxValue);
        return await db.Database.ExecuteSqlAsync(
            $"""
            update notices.notice set state = 'pending', next_at = {now}, ended_at = null, spared = attempts
            where receiver_id = {id} and (state = 'dead' or (state = 'sent' and occurred_at >= {from}))
            """,
            ct);
    }
}
