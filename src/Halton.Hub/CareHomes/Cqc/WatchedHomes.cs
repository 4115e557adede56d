using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Which of CQC's locations the hub follows.</summary>
public sealed class WatchedHomes(IDbContextFactory<HubDb> databases, LocalAuthorities authorities)
{
    /// <summary>Every home that the hub knows, by location id, and when CQC last spoke of it.</summary>
    internal async Task<Dictionary<string, DateTimeOffset>> Known(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<CareHome>().Select(home => new { home.LocationId, home.SyncedAt }).ToDictionaryAsync(home => home.LocationId, home => home.SyncedAt, StringComparer.Ordinal, ct);
    }

    /// <summary>Later registrations that were told of and are not known yet.</summary>
    internal async Task<List<string>> UnknownSuccessors(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<Succession>()
            .Where(other => other.Kind == "successor" && !db.Set<CareHome>().Any(home => home.LocationId == other.RelatedLocationId))
            .Select(other => other.RelatedLocationId)
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>The care homes that CQC lists in the watched local authorities.</summary>
    internal async Task<HashSet<string>> Listed(CqcRun run, CancellationToken ct)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in authorities.Names.TakeWhile(_ => !run.GivenUp))
        {
            try
            {
                ids.UnionWith(await CqcPage.Walk(page => run.Source.CareHomes(name, page, ct)));
                run.Succeed();
            }
            catch (Fault fault)
            {
                run.Fail(fault);
            }
        }

        return ids;
    }
}
