using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Notices;

/// <summary>How all lines stand; for the operator.</summary>
public sealed class ListNoticeReceivers(HubDb db)
{
    private const string Lines = $"""
        select r.id, r.org, r.url, r.kinds, r.paused,
            {NoticeReceivers.Allowed} as allowed,
            (select count(*) from notices.notice n where n.receiver_id = r.id and n.state = 'pending') as pending,
            (select count(*) from notices.notice n where n.receiver_id = r.id and n.state = 'sent') as sent,
            (select count(*) from notices.notice n where n.receiver_id = r.id and n.state = 'dead') as dead,
            coalesce(
                (select n.last_outcome from notices.notice n where n.receiver_id = r.id and n.state = 'pending' order by n.sequence limit 1),
                (select n.last_outcome from notices.notice n where n.receiver_id = r.id and n.state = 'dead' order by n.sequence desc limit 1)) as trouble
        from notices.receiver r order by r.org, r.url
        """;

    /// <summary>Answers.</summary>
    public Task<List<ReceiverLine>> Run(CancellationToken ct) => db.Database.SqlQueryRaw<ReceiverLine>(Lines).ToListAsync(ct);
}
