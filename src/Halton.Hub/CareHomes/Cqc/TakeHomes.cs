using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Asks for a batch of locations and takes in what is said: a save for each that changed, one for all that did not.</summary>
public sealed partial class TakeHomes(
    IDbContextFactory<HubDb> databases, TakeLocation take, TakeProviders takeProviders, LocalAuthorities authorities, ILogger<TakeHomes> log)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan ProviderFresh = TimeSpan.FromDays(7);

    /// <summary>So many homes vanish in a run without anybody asking why; beyond it, a tenth of those asked for.</summary>
    private const int VanishedFreely = 20;

    /// <summary>Asks and takes in.</summary>
    internal async Task Take(CqcRun run, IReadOnlyList<string> ids, CancellationToken ct)
    {
        var answers = await Ask(run, ids, run.Source.Location, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Set<CareHome>().AsNoTracking().Include(home => home.Successions).Where(home => ids.Contains(home.LocationId)).ToDictionaryAsync(home => home.LocationId, ct);
        run.Vanished.AddRange(answers.Where(answer => answer.Value.Gone && known.ContainsKey(answer.Key)).Select(answer => answer.Key));
        var said = answers.Values.Select(answer => answer.Said).OfType<CqcLocation>().Where(location => known.ContainsKey(location.LocationId) || Watched(run, location)).ToList();
        var providers = await Providers(run, db, said, ct);
        var same = new List<Guid>();
        foreach (var location in said.Where(location => providers.Contains(location.ProviderId)))
        {
            var home = known.GetValueOrDefault(location.LocationId);
            var version = home?.Version ?? 0;
            run.Successors.UnionWith(location.Relationships.Where(other => other.Kind == "successor").Select(other => other.LocationId));
            if (home is not null && TakeIn.Into(home, location, authorities.Code, run.Now).Changed.Count == 0)
            {
                same.Add(home.Id);
            }
            else if (await Saved(run, location.LocationId, () => take.Run(run.Clock, location, version, ct)))
            {
                (run.TakenUp, run.Changed) = home is null ? (run.TakenUp + 1, run.Changed) : (run.TakenUp, run.Changed + 1);
            }
        }

        await Touch(run, same, ct);
    }

    /// <summary>Marks what vanished, unless so much did that the source is to be doubted. Fault: CQC_MANY_VANISHED.</summary>
    internal async Task Remove(CqcRun run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var vanished = await db.Set<CareHome>().AsNoTracking().Where(home => run.Vanished.Contains(home.LocationId)).ToListAsync(ct);
        var anew = vanished.Where(home => home.RegistrationStatus != "Removed").ToList();
        if (anew.Count > VanishedFreely && anew.Count * 10 > run.Asked)
        {
            throw CqcFaults.ManyVanished(anew.Count, (int)run.Asked);
        }

        foreach (var home in anew)
        {
            run.Removed += await Saved(run, home.LocationId, () => take.Remove(run.Clock, home.LocationId, home.Version, ct)) ? 1 : 0;
        }

        await Touch(run, [.. vanished.Except(anew).Select(home => home.Id)], ct);
    }

    /// <summary>A home that is new to the hub: an open care home where the hub watches, or the successor of one that it knows.</summary>
    private bool Watched(CqcRun run, CqcLocation location) =>
        run.Successors.Contains(location.LocationId) || (location.IsCareHome && location.Registered && authorities.Code(location.LocalAuthority) is not null);

    /// <summary>Sees to it that the providers are there, and no older than a week; those that are.</summary>
    private async Task<HashSet<string>> Providers(CqcRun run, HubDb db, IReadOnlyList<CqcLocation> said, CancellationToken ct)
    {
        var ids = said.Select(location => location.ProviderId).ToHashSet(StringComparer.Ordinal);
        var known = await db.Set<Provider>().Where(provider => ids.Contains(provider.ProviderId)).Select(provider => new { provider.ProviderId, provider.SyncedAt }).ToListAsync(ct);
        var there = known.Select(provider => provider.ProviderId).ToHashSet(StringComparer.Ordinal);
        var fresh = known.Where(provider => provider.SyncedAt >= run.Now - ProviderFresh).Select(provider => provider.ProviderId);
        var answers = await Ask(run, [.. ids.Except(fresh).Where(run.Providers.Add)], run.Source.Provider, ct);
        if (answers.Count > 0 && await Saved(run, answers.Keys.First(), () => takeProviders.Run(run.Clock, answers, ct)))
        {
            there.UnionWith(answers.Keys);
        }

        return there;
    }

    private async Task Touch(CqcRun run, List<Guid> same, CancellationToken ct)
    {
        if (same.Count > 0)
        {
            await take.Touch(run.Clock, same, run.Now, ct);
            run.Unchanged += same.Count;
        }
    }

    private async Task<Dictionary<string, CqcAnswer<T>>> Ask<T>(CqcRun run, IReadOnlyList<string> ids, Func<string, CancellationToken, Task<CqcAnswer<T>>> ask, CancellationToken ct)
        where T : class
    {
        var answers = new (CqcAnswer<T> Answer, Fault? Fault)[ids.Count];
        await Parallel.ForAsync(0, ids.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (i, stop) =>
        {
            try
            {
                answers[i].Answer = await ask(ids[i], stop);
            }
            catch (Fault fault)
            {
                answers[i].Fault = fault;
            }
        });
        var said = new Dictionary<string, CqcAnswer<T>>(StringComparer.Ordinal);
        foreach (var (id, (answer, fault)) in ids.Zip(answers))
        {
            if (fault is not null)
            {
                Failed(run, id, fault);
                continue;
            }

            run.Succeed();
            said.Add(id, answer);
        }

        return said;
    }

    private async Task<bool> Saved(CqcRun run, string id, Func<Task> save)
    {
        try
        {
            await save();
            return true;
        }
        catch (Fault fault) when (fault.Reason != Fence.Lost)
        {
            Failed(run, id, fault);
            return false;
        }
    }

    private void Failed(CqcRun run, string id, Fault fault)
    {
        LogFailed(log, id, fault.Reason);
        run.Fail(fault);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "what CQC says of {Id} could not be taken in: {Reason}")]
    private static partial void LogFailed(ILogger log, string id, string reason);
}
