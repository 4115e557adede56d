using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>
/// Follows what CQC says of homes. Watched are the care homes of the local authorities in the code system local-authority, every home that
/// the hub knows, and the successors of these. Changes are read from where the last run ended, with a day's overlap; once a week every home
/// is read anew. A home that could not be read stays exactly as it was, the others are taken in, and the next run begins where this one did.
/// Faults: those of the source when no changes can be read, CQC_MANY_VANISHED, CQC_SYNC_INCOMPLETE.
/// </summary>
public sealed partial class SyncCqcDirectory(
    IDbContextFactory<HubDb> databases, CqcSources sources, WatchedHomes watched, TakeHomes homes, OneSave saves, TimeProvider clock, ILogger<SyncCqcDirectory> log)
{
    private const int Batch = 50;
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(30);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>Runs it once, for a firing of the clock.</summary>
    public async Task<RunCounts> Run(ClockCaller caller, CancellationToken ct)
    {
        if (sources.Open() is not { } source)
        {
            return RunCounts.None;
        }

        var run = new CqcRun(source, caller, clock.GetUtcNow().Kept());
        var progress = await Progress(source.Name, ct);
        var lost = progress is null || progress.Until < run.Now - LookBack;
        var from = lost ? run.Now - LookBack : progress!.Until - Overlap;
        var changed = await CqcPage.Walk(page => source.Changes(from, run.Now, page, ct));
        var known = await watched.Known(ct);
        var listed = await watched.Listed(run, ct);
        var due = lost || progress!.RefreshedAt is not { } refreshed ? run.Now : refreshed + Week;
        var refresh = due <= run.Now;

        run.Successors.UnionWith(await watched.UnknownSuccessors(ct));
        var ids = run.Ask(
        [
            .. changed.Where(id => known.ContainsKey(id) || listed.Contains(id)),
            .. run.Successors,
            .. refresh ? known.Where(home => home.Value < due).Select(home => home.Key).Concat(listed.Where(id => !known.ContainsKey(id))) : [],
        ]);
        for (; ids.Count > 0; ids = run.Ask(run.Successors))
        {
            foreach (var batch in ids.Chunk(Batch).TakeWhile(_ => !run.GivenUp))
            {
                await homes.Take(run, batch, ct);
            }
        }

        await (run.GivenUp ? Task.CompletedTask : homes.Remove(run, ct));
        LogEnded(log, source.Name, run.Asked, run.TakenUp, run.Changed, run.Unchanged, run.Removed, run.Failed);
        var counts = run.End();
        await Advance(run, refresh, ct);
        return counts;
    }

    private async Task<CqcProgress?> Progress(string source, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CqcProgress>().AsNoTracking().SingleOrDefaultAsync(p => p.Source == source, ct);
    }

    private Task<Advanced> Advance(CqcRun run, bool refreshed, CancellationToken ct) => saves.Run(
        run.Clock.Call,
        run.Clock.RequestId($"progress {run.Now:O}"),
        new Advanced(run.Clock.RequestId("progress"), run.Source.Name, run.Now),
        async save =>
        {
            var progress = await save.Db.Set<CqcProgress>().SingleOrDefaultAsync(p => p.Source == run.Source.Name, ct)
                ?? save.Db.Add(new CqcProgress { Source = run.Source.Name, Until = run.Now }).Entity;
            progress.Until = run.Now;
            progress.RefreshedAt = refreshed ? run.Now : progress.RefreshedAt;
            return new Advanced(run.Clock.RequestId("progress"), run.Source.Name, run.Now);
        },
        advanced => advanced.Id,
        ct);

    [LoggerMessage(Level = LogLevel.Information, Message = "followed CQC at {Source}: {Asked} asked, {TakenUp} taken up, {Changed} changed, {Unchanged} unchanged, {Removed} removed, {Failed} failed")]
    private static partial void LogEnded(ILogger log, string source, long asked, long takenUp, long changed, long unchanged, long removed, long failed);

    private sealed record Advanced(Guid Id, string Source, DateTimeOffset Until);
}
