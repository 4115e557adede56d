using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Shows everyone what services are classified by.</summary>
public sealed class OpenTaxonomies(DirectoryAccount account)
{
    /// <summary>A page of taxonomies without their terms.</summary>
    public Task<HsdsPage<HsdsTaxonomy>> List(OpenReferralPaging paging, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            var all = db.Set<Taxonomy>().AsNoTracking();
            var page = paging.Before > int.MaxValue ? [] : await all.OrderBy(t => t.Name).ThenBy(t => t.Id).Skip((int)paging.Before).Take(paging.PerPage).ToListAsync(ct);
            return HsdsPage<HsdsTaxonomy>.Of(paging, await all.LongCountAsync(ct), [.. page.Select(HsdsWords.Of)]);
        },
        ct);

    /// <summary>One taxonomy with its terms.</summary>
    public Task<HsdsTaxonomy> Get(Guid id, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            var taxonomy = await db.Set<Taxonomy>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw OpenReferralFaults.NotFound();
            var terms = await db.Set<TaxonomyTerm>().AsNoTracking().Where(t => t.TaxonomyId == id).OrderBy(t => t.Name).ThenBy(t => t.Id).ToListAsync(ct);
            return HsdsWords.Of(taxonomy) with { TaxonomyTerms = [.. terms.Select(t => HsdsWords.Of(t, taxonomy.Name))] };
        },
        ct);

    /// <summary>A page of terms, of one taxonomy or of all.</summary>
    public Task<HsdsPage<HsdsTaxonomyTerm>> ListTerms(Guid? taxonomyId, OpenReferralPaging paging, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            var all = db.Set<TaxonomyTerm>().AsNoTracking().Where(t => taxonomyId == null || t.TaxonomyId == taxonomyId)
                .Join(db.Set<Taxonomy>(), t => t.TaxonomyId, t => t.Id, (term, taxonomy) => new { term, taxonomy.Name });
            var page = paging.Before > int.MaxValue
                ? []
                : await all.OrderBy(t => t.Name).ThenBy(t => t.term.TaxonomyId).ThenBy(t => t.term.Name).ThenBy(t => t.term.Id).Skip((int)paging.Before).Take(paging.PerPage).ToListAsync(ct);
            return HsdsPage<HsdsTaxonomyTerm>.Of(paging, await all.LongCountAsync(ct), [.. page.Select(t => HsdsWords.Of(t.term, t.Name))]);
        },
        ct);

    /// <summary>One term.</summary>
    public Task<HsdsTaxonomyTerm> GetTerm(Guid id, CancellationToken ct) => account.OneMoment(
        async db => await db.Set<TaxonomyTerm>().AsNoTracking().Where(t => t.Id == id)
            .Join(db.Set<Taxonomy>(), t => t.TaxonomyId, t => t.Id, (term, taxonomy) => new { term, taxonomy.Name }).FirstOrDefaultAsync(ct) is { } found
            ? HsdsWords.Of(found.term, found.Name)
            : throw OpenReferralFaults.NotFound(),
        ct);
}
