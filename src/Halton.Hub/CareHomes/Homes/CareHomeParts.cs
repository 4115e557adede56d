using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Homes;

/// <summary>Reads homes with all that hangs on them: one statement a level, however many homes.</summary>
internal static class CareHomeParts
{
    /// <summary>Reads those of the homes that there are, by their ids.</summary>
    public static async Task<Dictionary<Guid, CareHomeView>> Read(HubDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var homes = await Whole(db).Where(h => ids.Contains(h.Id)).ToListAsync(ct);
        return (await WithProviders(db, homes, ct)).ToDictionary(view => view.Home.Id);
    }

    /// <summary>Reads the home that a reference names. Fault: CARE_HOME_NOT_FOUND.</summary>
    public static async Task<CareHomeView> Read(HubDb db, string reference, CancellationToken ct)
    {
        var homes = await Whole(db).Named(reference).ToListAsync(ct);
        return (await WithProviders(db, homes, ct)).SingleOrDefault() ?? throw CareHomeFaults.HomeNotFound();
    }

    private static IQueryable<CareHome> Whole(HubDb db) => db.Set<CareHome>().AsNoTracking().AsSplitQuery()
        .Include(h => h.Declaration).Include(h => h.Beds.OrderBy(b => b.BedType)).Include(h => h.Capabilities.OrderBy(c => c.Code)).Include(h => h.Successions.OrderBy(s => s.RelatedLocationId));

    private static async Task<IEnumerable<CareHomeView>> WithProviders(HubDb db, List<CareHome> homes, CancellationToken ct)
    {
        var wanted = homes.Select(h => h.ProviderId).Distinct().ToList();
        var providers = await db.Set<Provider>().AsNoTracking().Where(p => wanted.Contains(p.ProviderId)).ToDictionaryAsync(p => p.ProviderId, ct);
        return homes.Select(home => new CareHomeView(home, providers[home.ProviderId]));
    }
}
