using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// Tells councils, once for each due day, that the annual review of a placement comes within thirty days, and that it has passed without
/// one. Each is a save of its own.
/// </summary>
public sealed class RemindReviews(OneSave saves, HubReads reads, TimeProvider time)
{
    private const int Ahead = 30;

    private const string Due = """
        select p.id from placement.standing_placement p
        where p.ended_on is null and ((p.review_due <= $1 and p.told_due is distinct from p.review_due) or (p.review_due < $2 and p.told_overdue is distinct from p.review_due))
        order by p.review_due, p.id
        """;

    private const string Locked = "select p.* from placement.standing_placement p where p.id = {0} for update of p";

    /// <summary>Runs it; answers how many were told.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        var today = time.Today();
        var due = await reads.Look(clock.Call, WalledBatch.Command(Due, today.AddDays(Ahead), today), row => row.GetGuid(0), id => id, null, ct);
        var told = new List<string?>();
        foreach (var id in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"{id}"), new Reminder(id), async save => await Remind(save, id, today, told, ct), p => p.Id, ct);
        }

        return RunCounts.Of(("reviews due", told.Count(kind => kind == PlacementEvents.ReviewDue)), ("reviews overdue", told.Count(kind => kind == PlacementEvents.ReviewOverdue)));
    }

    private static async Task<PlacementState> Remind(Save save, Guid id, DateOnly today, List<string?> told, CancellationToken ct)
    {
        var placement = (await save.Db.Set<StandingPlacement>().FromSqlRaw(Locked, id).ToListAsync(ct)).Single();
        var home = await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == placement.HomeId, ct);
        var state = PlacementState.Of(placement, home, await save.Db.Area(placement.Council, ct));
        var kind = placement.Remind(today, Ahead);
        told.Add(kind);
        return kind is null ? state : save.Tell(kind, state);
    }

    private sealed record Reminder(Guid PlacementId);
}
