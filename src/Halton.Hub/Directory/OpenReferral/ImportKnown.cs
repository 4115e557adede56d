using Halton.Hub.Data;
using Halton.Hub.Directory.Finding;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>What the hub has of all that a document speaks of, read with so many statements however long it is; what an import adds is added here too.</summary>
internal sealed class ImportKnown
{
    private readonly Dictionary<string, PostcodeArea> areas = [];
    private readonly List<(HsdsTaxonomyTerm Term, Guid Id)> terms = [];

    /// <summary>Services with all their parts.</summary>
    public Dictionary<Guid, Service> Services { get; } = [];

    /// <summary>The etag of each service.</summary>
    public Dictionary<Guid, string> Etags { get; } = [];

    /// <summary>Organisations with their register numbers.</summary>
    public Dictionary<Guid, Organization> Organizations { get; } = [];

    /// <summary>Places with their addresses and features.</summary>
    public Dictionary<Guid, Location> Places { get; } = [];

    /// <summary>Which service at which place an id of the document stands for already.</summary>
    public Dictionary<Guid, (Guid Service, Guid Place)> AtPlaces { get; } = [];

    /// <summary>Reads it, or reads it again.</summary>
    public async Task Read(HubDb db, IReadOnlyList<HsdsService> hsds, CancellationToken ct)
    {
        var at = hsds.SelectMany(s => ImportWords.Each(s.ServiceAtLocations, "").Select(a => a.Item)).ToList();
        var (serviceIds, atIds) = (Ids(hsds.Select(s => s.Id)), Ids(at.Select(a => a.Id)));
        var services = db.Set<Service>().AsNoTracking().AsSplitQuery().Where(s => serviceIds.Contains(s.Id))
            .Include(s => s.Schedules).Include(s => s.ServiceAreas).Include(s => s.ServiceAtLocations).Include(s => s.Languages).Include(s => s.Funding)
            .Include(s => s.CostOptions).Include(s => s.Contacts).ThenInclude(c => c.Phones).Include(s => s.Terms);
        foreach (var service in await services.ToListAsync(ct))
        {
            (Services[service.Id], Etags[service.Id]) = (service, service.Etag);
        }

        Guid[] placeIds = [.. Ids(at.Select(a => a.Location?.Id ?? a.LocationId)), .. Services.Values.SelectMany(s => s.ServiceAtLocations).Select(a => a.LocationId)];
        foreach (var place in await db.Set<Location>().AsNoTracking().AsSplitQuery().Where(l => placeIds.Contains(l.Id)).Include(l => l.Addresses).Include(l => l.Accessibility).ToListAsync(ct))
        {
            Places[place.Id] = place;
        }

        Guid[] organizationIds =
            [.. Ids(hsds.Select(s => s.Organization?.Id ?? s.OrganizationId)), .. Services.Values.Select(s => s.OrganizationId), .. Places.Values.Select(p => p.OrganizationId)];
        var numbers = hsds.SelectMany(s => ImportWords.Each(s.Organization?.OrganizationIdentifiers, "")).Select(i => i.Item.Identifier).OfType<string>().Distinct().ToArray();
        var organizations = db.Set<Organization>().AsNoTracking().Include(o => o.Identifiers).Where(o => organizationIds.Contains(o.Id) || o.Identifiers.Any(i => numbers.Contains(i.Identifier)));
        foreach (var organization in await organizations.ToListAsync(ct))
        {
            Organizations[organization.Id] = organization;
        }

        foreach (var taken in await db.Set<ServiceAtLocation>().AsNoTracking().Where(a => atIds.Contains(a.Id)).ToListAsync(ct))
        {
            AtPlaces[taken.Id] = (taken.ServiceId, taken.LocationId);
        }

        await ReadLists(db, at, ct);
    }

    /// <summary>A term, by id, else by its web address, else by its name within its taxonomy.</summary>
    public Guid? Term(HsdsServiceTerm attribute)
    {
        var given = attribute.TaxonomyTerm;
        var id = Guid.TryParseExact(given?.Id ?? attribute.TaxonomyTermId, "D", out var known) ? known : Guid.Empty;
        var found = terms.Where(t => t.Id == id)
            .Concat(terms.Where(t => given?.TermUri is { Length: > 0 } uri && t.Term.TermUri == uri))
            .Concat(terms.Where(t => given is { Name: not null, Taxonomy: not null } && t.Term.Name == given.Name && t.Term.Taxonomy == given.Taxonomy));
        return found.Select(t => (Guid?)t.Id).FirstOrDefault();
    }

    /// <summary>The organisation that has one of these register numbers.</summary>
    public Organization? Registered(HsdsOrganization hsds) => Organizations.Values.FirstOrDefault(o => ImportWords.Each(hsds.OrganizationIdentifiers, "").Any(given => o.Identifiers.Any(kept =>
        kept.Identifier == given.Item.Identifier && (given.Item.IdentifierScheme is { Length: > 0 } scheme ? kept.IdentifierScheme == scheme : kept.IdentifierType == given.Item.IdentifierType))));

    /// <summary>Where a postcode lies: the middle of the smallest area known.</summary>
    public PostcodeArea? Middle(string postcode) => Postcodes.Areas(postcode).Select(a => areas.GetValueOrDefault(a)).FirstOrDefault(a => a is not null);

    /// <summary>A service as the open feed would show it to its maintainer.</summary>
    public HsdsService Shown(Service service) => HsdsWords.Of(
        service,
        Organizations[service.OrganizationId],
        service.Terms.DistinctBy(t => t.TaxonomyTermId).ToDictionary(t => t.TaxonomyTermId, t => terms.First(known => known.Id == t.TaxonomyTermId).Term),
        service.ServiceAtLocations.DistinctBy(a => a.LocationId).ToDictionary(a => a.LocationId, a => HsdsWords.Of(Places[a.LocationId])));

    private async Task ReadLists(HubDb db, List<HsdsServiceAtLocation> at, CancellationToken ct)
    {
        var postcodes = at.SelectMany(a => ImportWords.Each(a.Location?.Addresses, "")).Select(a => a.Item.PostalCode).OfType<string>();
        var wanted = postcodes.Distinct().SelectMany(Postcodes.Areas).Distinct().ToArray();
        foreach (var area in await db.Set<PostcodeArea>().AsNoTracking().Where(a => wanted.Contains(a.Area)).ToListAsync(ct))
        {
            areas[area.Area] = area;
        }

        terms.Clear();
        terms.AddRange((await db.Set<TaxonomyTerm>().AsNoTracking().Join(db.Set<Taxonomy>(), t => t.TaxonomyId, t => t.Id, (term, taxonomy) => new { term, taxonomy.Name }).ToListAsync(ct))
            .Select(t => (HsdsWords.Of(t.term, t.Name), t.term.Id)));
    }

    private static Guid[] Ids(IEnumerable<string?> given) => [.. given.Select(id => Guid.TryParseExact(id, "D", out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
