using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Finding;

/// <summary>Lists terms by name. Faults: INVALID_ARGUMENT on the filters, CURSOR_INVALID, FIRST_OUT_OF_RANGE.</summary>
public sealed class ListTaxonomyTerms(NamePages pages)
{
    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="taxonomyId">Only terms of this taxonomy.</param>
    /// <param name="top">Only terms without a broader one.</param>
    /// <param name="words">Only terms whose name holds this.</param>
    /// <param name="first">How many, 1 to 100.</param>
    /// <param name="after">A cursor, or null for the beginning.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<NamePage<TaxonomyTerm>> Run(Call call, string? taxonomyId, bool top, string? words, int first, string? after, CancellationToken ct)
    {
        var check = new FieldChecks();
        Guid? taxonomy = taxonomyId is null ? null : check.Id(taxonomyId, "taxonomy_id");
        var name = check.OptionalText(words, "words", 100);
        check.Settle();
        var pattern = name is null ? null : $"%{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return pages.Run(
            call,
            $"terms {taxonomy} {top} {name}",
            db => db.Set<TaxonomyTerm>().Where(t => (taxonomy == null || t.TaxonomyId == taxonomy) && (!top || t.ParentId == null) && (pattern == null || EF.Functions.ILike(t.Name, pattern))),
            first,
            after,
            ct);
    }
}
