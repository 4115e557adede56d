using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Notices;

/// <summary>Stops a line, or lets it go on where it stood: nothing is lost in between; for the operator. Fault: NO_SUCH_RECEIVER.</summary>
public sealed class PauseNoticeReceiver(HubDb db)
{
    /// <summary>Runs it.</summary>
    public async Task Run(Guid id, bool paused, CancellationToken ct)
    {
        if (await db.Database.ExecuteSqlAsync($"update notices.receiver set paused = {paused} where id = {id}", ct) == 0)
        {
            throw NoSuchReceiver();
        }
    }

    /// <summary>NO_SUCH_RECEIVER.</summary>
    internal static Fault NoSuchReceiver() => new(FaultKind.NotFound, "NO_SUCH_RECEIVER", "There is no receiver of that id. See notices list.");
}
