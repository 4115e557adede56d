using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Whether what an entry refers to exists, and is the maintainer's where it must be. Faults on the fields: ORGANIZATION_UNKNOWN,
/// TERM_UNKNOWN, LOCATION_UNKNOWN.
/// </summary>
internal static class EntryReferences
{
    /// <summary>Notes what a service's entry refers to in vain.</summary>
    public static async Task Check(FieldChecks check, HubDb db, Service said, ServiceEntry entry, CancellationToken ct)
    {
        await Organization(check, db, said.OrganizationId, said.MaintainedBy, ct);
        var terms = said.Terms.Select(t => t.TaxonomyTermId).ToList();
        var knownTerms = await db.Set<TaxonomyTerm>().Where(t => terms.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct);
        Note(entry.TermIds, terms.Except(knownTerms), "term_ids", "TERM_UNKNOWN", "There is no such term.");

        var places = said.ServiceAtLocations.Select(p => p.LocationId).ToList();
        var knownPlaces = await db.Set<Location>()
            .Where(l => places.Contains(l.Id) && db.Set<Organization>().Any(o => o.Id == l.OrganizationId && o.MaintainedBy == said.MaintainedBy))
            .Select(l => l.Id).ToListAsync(ct);
        Note(entry.LocationIds, places.Except(knownPlaces), "location_ids", "LOCATION_UNKNOWN", "There is no such location of an organisation that you keep.");

        void Note(IReadOnlyList<string> given, IEnumerable<Guid> unknown, string field, string reason, string message)
        {
            var missing = unknown.ToHashSet();
            for (var i = 0; i < given.Count; i++)
            {
                check.That(!Guid.TryParseExact(given[i], "D", out var id) || !missing.Contains(id), $"{field}[{i}]", reason, message);
            }
        }
    }

    /// <summary>Notes an organisation that the caller does not keep.</summary>
    public static async Task Organization(FieldChecks check, HubDb db, Guid organizationId, string maintainer, CancellationToken ct) => check.That(
        organizationId == Guid.Empty || await db.Set<Organization>().AnyAsync(o => o.Id == organizationId && o.MaintainedBy == maintainer, ct),
        "organization_id",
        "ORGANIZATION_UNKNOWN",
        "There is no such organisation that you keep.");
}
