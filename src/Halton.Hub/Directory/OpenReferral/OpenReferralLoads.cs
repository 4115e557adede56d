using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Loads what answers are made of, by ids: so many statements, however many there are.</summary>
internal static class OpenReferralLoads
{
    /// <summary>Services with their organisations, without what can be many; in the order of the ids.</summary>
    public static async Task<List<HsdsService>> Brief(this HubDb db, Guid[] ids, CancellationToken ct)
    {
        var services = await db.Set<Service>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var organizationIds = services.Values.Select(s => s.OrganizationId).Distinct().ToArray();
        var organizations = await db.Set<Organization>().AsNoTracking().Where(o => organizationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return [.. ids.Select(id => HsdsWords.Of(services[id], organizations[services[id].OrganizationId]))];
    }

    /// <summary>Services with everything; confidential ones are not there.</summary>
    public static async Task<List<HsdsService>> Whole(this HubDb db, Guid[] ids, CancellationToken ct)
    {
        var services = await db.Set<Service>().AsNoTracking().AsSplitQuery().Where(s => ids.Contains(s.Id) && !s.Confidential).OrderBy(s => s.Ordinal)
            .Include(s => s.Schedules).Include(s => s.ServiceAreas).Include(s => s.ServiceAtLocations).Include(s => s.Languages).Include(s => s.Funding)
            .Include(s => s.CostOptions).Include(s => s.Contacts).ThenInclude(c => c.Phones).Include(s => s.Terms).ToListAsync(ct);
        var organizationIds = services.Select(s => s.OrganizationId).Distinct().ToArray();
        var organizations = await db.Set<Organization>().AsNoTracking().Include(o => o.Identifiers).Where(o => organizationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var terms = await db.Terms([.. services.SelectMany(s => s.Terms).Select(t => t.TaxonomyTermId).Distinct()], ct);
        var places = await db.Places([.. services.SelectMany(s => s.ServiceAtLocations).Select(a => a.LocationId).Distinct()], ct);
        return [.. services.Select(s => HsdsWords.Of(s, organizations[s.OrganizationId], terms, places))];
    }

    /// <summary>Places with their addresses and features.</summary>
    public static async Task<Dictionary<Guid, HsdsLocation>> Places(this HubDb db, Guid[] ids, CancellationToken ct) =>
        await db.Set<Location>().AsNoTracking().AsSplitQuery().Where(l => ids.Contains(l.Id)).Include(l => l.Addresses).Include(l => l.Accessibility)
            .ToDictionaryAsync(l => l.Id, HsdsWords.Of, ct);

    private static async Task<Dictionary<Guid, HsdsTaxonomyTerm>> Terms(this HubDb db, Guid[] ids, CancellationToken ct) =>
        await db.Set<TaxonomyTerm>().AsNoTracking().Where(t => ids.Contains(t.Id))
            .Join(db.Set<Taxonomy>(), t => t.TaxonomyId, t => t.Id, (term, taxonomy) => new { term, taxonomy.Name })
            .ToDictionaryAsync(t => t.term.Id, t => HsdsWords.Of(t.term, t.Name), ct);
}
