using Halton.Hub.Access;

namespace Halton.Hub.Directory.Finding;

/// <summary>Lists taxonomies by name. Faults: CURSOR_INVALID, FIRST_OUT_OF_RANGE.</summary>
public sealed class ListTaxonomies(NamePages pages)
{
    /// <summary>Answers a page.</summary>
    public Task<NamePage<Taxonomy>> Run(Call call, int first, string? after, CancellationToken ct) => pages.Run(call, "taxonomies", db => db.Set<Taxonomy>(), first, after, ct);
}
