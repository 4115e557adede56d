using Halton.Hub.Directory.Maintaining;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>What hangs on services, organisations and places: each kind is read for many at once, one statement a kind.</summary>
public sealed class DirectoryParts(DirectoryAccount account)
{
    private readonly PartsQuery<Service> services = new(account, (db, ids) => db.Set<Service>().AsNoTracking().Where(s => ids.Contains(s.Id)));

    private readonly PartsQuery<Organization> organizations = new(account, (db, ids) => db.Set<Organization>().AsNoTracking().Where(o => ids.Contains(o.Id)));

    private readonly PartsQuery<OrganizationIdentifier> identifiers = new(
        account, (db, ids) => db.Set<OrganizationIdentifier>().AsNoTracking().Where(i => ids.Contains(i.OrganizationId)).OrderBy(i => i.Id));

    private readonly PartsQuery<TaxonomyTerm> terms = new(account, (db, ids) => db.Set<TaxonomyTerm>().AsNoTracking().Where(t => ids.Contains(t.Id)));

    private readonly PartsQuery<Taxonomy> taxonomies = new(account, (db, ids) => db.Set<Taxonomy>().AsNoTracking().Where(t => ids.Contains(t.Id)));

    private readonly PartsQuery<TaxonomyTerm> narrower = new(
        account, (db, ids) => db.Set<TaxonomyTerm>().AsNoTracking().Where(t => t.ParentId != null && ids.Contains(t.ParentId.Value)).OrderBy(t => t.Name).ThenBy(t => t.Id));

    private readonly PartsQuery<(Guid ServiceId, TaxonomyTerm Term)> termsOf = new(
        account,
        (db, ids) => from a in db.Set<ServiceTerm>()
                     join t in db.Set<TaxonomyTerm>().AsNoTracking() on a.TaxonomyTermId equals t.Id
                     where ids.Contains(a.ServiceId)
                     orderby t.TaxonomyId, t.Name, t.Id
                     select new ValueTuple<Guid, TaxonomyTerm>(a.ServiceId, t));

    private readonly PartsQuery<Schedule> schedules = new(account, (db, ids) => db.Set<Schedule>().AsNoTracking().Where(s => ids.Contains(s.ServiceId)).OrderBy(s => s.Id));

    private readonly PartsQuery<PlaceOfService> places = new(
        account,
        (db, ids) => from at in db.Set<ServiceAtLocation>()
                     join l in db.Set<Location>().AsNoTracking() on at.LocationId equals l.Id
                     where ids.Contains(at.ServiceId)
                     orderby at.Id
                     select new PlaceOfService(at.ServiceId, at.Id, at.Description, l));

    private readonly PartsQuery<Address> addresses = new(account, (db, ids) => db.Set<Address>().AsNoTracking().Where(a => ids.Contains(a.LocationId)).OrderBy(a => a.Id));

    private readonly PartsQuery<Accessibility> features = new(account, (db, ids) => db.Set<Accessibility>().AsNoTracking().Where(a => ids.Contains(a.LocationId)).OrderBy(a => a.Feature));

    private readonly PartsQuery<ServiceArea> areas = new(account, (db, ids) => db.Set<ServiceArea>().AsNoTracking().Where(a => ids.Contains(a.ServiceId)).OrderBy(a => a.Name).ThenBy(a => a.Id));

    private readonly PartsQuery<Language> languages = new(account, (db, ids) => db.Set<Language>().AsNoTracking().Where(l => ids.Contains(l.ServiceId)).OrderBy(l => l.Name).ThenBy(l => l.Id));

    private readonly PartsQuery<CostOption> costs = new(account, (db, ids) => db.Set<CostOption>().AsNoTracking().Where(c => ids.Contains(c.ServiceId)).OrderBy(c => c.Amount).ThenBy(c => c.Id));

    private readonly PartsQuery<Funding> funding = new(account, (db, ids) => db.Set<Funding>().AsNoTracking().Where(f => ids.Contains(f.ServiceId)).OrderBy(f => f.Source).ThenBy(f => f.Id));

    private readonly PartsQuery<Contact> contacts = new(
        account,
        (db, ids) => db.Set<Contact>().AsNoTracking().Include(c => c.Phones.OrderBy(p => p.Number)).Where(c => ids.Contains(c.ServiceId)).OrderBy(c => c.Title).ThenBy(c => c.Id));

    /// <summary>Services by id.</summary>
    public Task<Dictionary<Guid, Service>> Services(IReadOnlyCollection<Guid> ids, CancellationToken ct) => services.One(ids, s => s.Id, ct);

    /// <summary>Organisations by id, without their register numbers.</summary>
    public Task<Dictionary<Guid, Organization>> Organizations(IReadOnlyCollection<Guid> ids, CancellationToken ct) => organizations.One(ids, o => o.Id, ct);

    /// <summary>Register numbers by organisation.</summary>
    public Task<ILookup<Guid, OrganizationIdentifier>> Identifiers(IReadOnlyCollection<Guid> organizations, CancellationToken ct) => identifiers.Many(organizations, i => i.OrganizationId, ct);

    /// <summary>Terms by id.</summary>
    public Task<Dictionary<Guid, TaxonomyTerm>> Terms(IReadOnlyCollection<Guid> ids, CancellationToken ct) => terms.One(ids, t => t.Id, ct);

    /// <summary>Taxonomies by id.</summary>
    public Task<Dictionary<Guid, Taxonomy>> Taxonomies(IReadOnlyCollection<Guid> ids, CancellationToken ct) => taxonomies.One(ids, t => t.Id, ct);

    /// <summary>Narrower terms by the broader one.</summary>
    public Task<ILookup<Guid, TaxonomyTerm>> NarrowerTerms(IReadOnlyCollection<Guid> terms, CancellationToken ct) => narrower.Many(terms, t => t.ParentId!.Value, ct);

    /// <summary>Terms by service, with their taxonomy's order kept.</summary>
    public async Task<ILookup<Guid, TaxonomyTerm>> TermsOf(IReadOnlyCollection<Guid> services, CancellationToken ct) =>
        (await termsOf.Rows(services, ct)).ToLookup(row => row.ServiceId, row => row.Term);

    /// <summary>Opening times by service.</summary>
    public Task<ILookup<Guid, Schedule>> Schedules(IReadOnlyCollection<Guid> services, CancellationToken ct) => schedules.Many(services, s => s.ServiceId, ct);

    /// <summary>Places by service, with their addresses and features.</summary>
    public Task<ILookup<Guid, PlaceOfService>> Places(IReadOnlyCollection<Guid> services, CancellationToken ct) => places.Many(services, p => p.ServiceId, ct);

    /// <summary>Places by id.</summary>
    public Task<Dictionary<Guid, Location>> Locations(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        account.Read(db => db.Set<Location>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct), ct);

    /// <summary>Etags of places by id; each is a digest of the whole entry, addresses and features too.</summary>
    public async Task<Dictionary<Guid, string>> LocationEtags(IReadOnlyCollection<Guid> ids, CancellationToken ct) => await account.Read(
        async db => (await db.Set<Location>().AsNoTracking().AsSingleQuery().Include(l => l.Addresses).Include(l => l.Accessibility).Where(l => ids.Contains(l.Id)).ToListAsync(ct))
            .ToDictionary(l => l.Id, LocationEtag.Of),
        ct);

    /// <summary>Addresses by place.</summary>
    public Task<ILookup<Guid, Address>> Addresses(IReadOnlyCollection<Guid> locations, CancellationToken ct) => addresses.Many(locations, a => a.LocationId, ct);

    /// <summary>Features by place.</summary>
    public Task<ILookup<Guid, Accessibility>> Features(IReadOnlyCollection<Guid> locations, CancellationToken ct) => features.Many(locations, a => a.LocationId, ct);

    /// <summary>Areas by service.</summary>
    public Task<ILookup<Guid, ServiceArea>> Areas(IReadOnlyCollection<Guid> services, CancellationToken ct) => areas.Many(services, a => a.ServiceId, ct);

    /// <summary>Languages by service.</summary>
    public Task<ILookup<Guid, Language>> Languages(IReadOnlyCollection<Guid> services, CancellationToken ct) => languages.Many(services, l => l.ServiceId, ct);

    /// <summary>Prices by service.</summary>
    public Task<ILookup<Guid, CostOption>> Costs(IReadOnlyCollection<Guid> services, CancellationToken ct) => costs.Many(services, c => c.ServiceId, ct);

    /// <summary>Sources of money by service.</summary>
    public Task<ILookup<Guid, Funding>> Funding(IReadOnlyCollection<Guid> services, CancellationToken ct) => funding.Many(services, f => f.ServiceId, ct);

    /// <summary>Desks by service, with their telephone numbers.</summary>
    public Task<ILookup<Guid, Contact>> Contacts(IReadOnlyCollection<Guid> services, CancellationToken ct) => contacts.Many(services, c => c.ServiceId, ct);
}
