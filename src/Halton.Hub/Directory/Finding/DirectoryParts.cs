using Halton.Hub.Directory.Maintaining;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>What hangs on services, organisations and places: each kind is read for many at once, one statement a kind.</summary>
public sealed class DirectoryParts(DirectoryAccount account)
{
    /// <summary>Services by id.</summary>
    public Task<Dictionary<Guid, Service>> Services(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<Service>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct), ct);

    /// <summary>Organisations by id, with their register numbers.</summary>
    public Task<Dictionary<Guid, Organization>> Organizations(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<Organization>().AsNoTracking().Include(o => o.Identifiers).Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct), ct);

    /// <summary>Terms by id.</summary>
    public Task<Dictionary<Guid, TaxonomyTerm>> Terms(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<TaxonomyTerm>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct), ct);

    /// <summary>Taxonomies by id.</summary>
    public Task<Dictionary<Guid, Taxonomy>> Taxonomies(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<Taxonomy>().AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, ct), ct);

    /// <summary>Narrower terms by the broader one.</summary>
    public Task<ILookup<Guid, TaxonomyTerm>> NarrowerTerms(IReadOnlyCollection<Guid> terms, CancellationToken ct) => Lookup(
        db => db.Set<TaxonomyTerm>().Where(t => t.ParentId != null && terms.Contains(t.ParentId.Value)).OrderBy(t => t.Name).ThenBy(t => t.Id), t => t.ParentId!.Value, ct);

    /// <summary>Terms by service, with their taxonomy's order kept.</summary>
    public Task<ILookup<Guid, TaxonomyTerm>> TermsOf(IReadOnlyCollection<Guid> services, CancellationToken ct) => account.Read(
        async db => (await (from a in db.Set<ServiceTerm>()
                            join t in db.Set<TaxonomyTerm>() on a.TaxonomyTermId equals t.Id
                            where services.Contains(a.ServiceId)
                            orderby t.TaxonomyId, t.Name, t.Id
                            select new { a.ServiceId, Term = t }).AsNoTracking().ToListAsync(ct)).ToLookup(row => row.ServiceId, row => row.Term),
        ct);

    /// <summary>Opening times by service.</summary>
    public Task<ILookup<Guid, Schedule>> Schedules(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<Schedule>().Where(s => services.Contains(s.ServiceId)).OrderBy(s => s.Id), s => s.ServiceId, ct);

    /// <summary>Places by service, with their addresses and features.</summary>
    public Task<ILookup<Guid, PlaceOfService>> Places(IReadOnlyCollection<Guid> services, CancellationToken ct) => account.Read(
        async db => (await (from at in db.Set<ServiceAtLocation>()
                            join l in db.Set<Location>() on at.LocationId equals l.Id
                            where services.Contains(at.ServiceId)
                            orderby at.Id
                            select new PlaceOfService(at.ServiceId, at.Id, at.Description, l)).AsNoTracking().ToListAsync(ct)).ToLookup(place => place.ServiceId),
        ct);

    /// <summary>Places by id.</summary>
    public Task<Dictionary<Guid, Location>> Locations(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<Location>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct), ct);

    /// <summary>Etags of places by id; each is a digest of the whole entry, addresses and features too.</summary>
    public async Task<Dictionary<Guid, string>> LocationEtags(IReadOnlyCollection<Guid> ids, CancellationToken ct) => await account.Read(
        async db => (await db.Set<Location>().AsNoTracking().AsSingleQuery().Include(l => l.Addresses).Include(l => l.Accessibility).Where(l => ids.Contains(l.Id)).ToListAsync(ct))
            .ToDictionary(l => l.Id, LocationEtag.Of),
        ct);

    /// <summary>Addresses by place.</summary>
    public Task<ILookup<Guid, Address>> Addresses(IReadOnlyCollection<Guid> locations, CancellationToken ct) =>
        Lookup(db => db.Set<Address>().Where(a => locations.Contains(a.LocationId)).OrderBy(a => a.Id), a => a.LocationId, ct);

    /// <summary>Features by place.</summary>
    public Task<ILookup<Guid, Accessibility>> Features(IReadOnlyCollection<Guid> locations, CancellationToken ct) =>
        Lookup(db => db.Set<Accessibility>().Where(a => locations.Contains(a.LocationId)).OrderBy(a => a.Feature), a => a.LocationId, ct);

    /// <summary>Areas by service.</summary>
    public Task<ILookup<Guid, ServiceArea>> Areas(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<ServiceArea>().Where(a => services.Contains(a.ServiceId)).OrderBy(a => a.Name).ThenBy(a => a.Id), a => a.ServiceId, ct);

    /// <summary>Languages by service.</summary>
    public Task<ILookup<Guid, Language>> Languages(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<Language>().Where(l => services.Contains(l.ServiceId)).OrderBy(l => l.Name).ThenBy(l => l.Id), l => l.ServiceId, ct);

    /// <summary>Prices by service.</summary>
    public Task<ILookup<Guid, CostOption>> Costs(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<CostOption>().Where(c => services.Contains(c.ServiceId)).OrderBy(c => c.Amount).ThenBy(c => c.Id), c => c.ServiceId, ct);

    /// <summary>Sources of money by service.</summary>
    public Task<ILookup<Guid, Funding>> Funding(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<Funding>().Where(f => services.Contains(f.ServiceId)).OrderBy(f => f.Source).ThenBy(f => f.Id), f => f.ServiceId, ct);

    /// <summary>Desks by service, with their telephone numbers.</summary>
    public Task<ILookup<Guid, Contact>> Contacts(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        Lookup(db => db.Set<Contact>().Include(c => c.Phones.OrderBy(p => p.Number)).Where(c => services.Contains(c.ServiceId)).OrderBy(c => c.Title).ThenBy(c => c.Id), c => c.ServiceId, ct);

    private Task<ILookup<Guid, T>> Lookup<T>(Func<Data.HubDb, IQueryable<T>> query, Func<T, Guid> key, CancellationToken ct)
        where T : class => account.Read(async db => (await query(db).AsNoTracking().ToListAsync(ct)).ToLookup(key), ct);
}
