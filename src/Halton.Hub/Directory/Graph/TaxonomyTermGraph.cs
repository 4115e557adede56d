using GraphQL;
using GraphQL.DataLoader;

namespace Halton.Hub.Directory.Graph;

/// <summary>A term that services are classified by; terms form trees. HSDS-UK: taxonomy_term.</summary>
/// <param name="term">The term.</param>
/// <param name="talk">Asks for what hangs on it.</param>
public sealed class TaxonomyTermGraph(TaxonomyTerm term, DirectoryTalkGraph talk)
{
    /// <summary>Identifier, a UUID, the same as in the open feed.</summary>
    public Guid Id => term.Id;

    /// <summary>Name.</summary>
    public string Name => term.Name;

    /// <summary>What it covers.</summary>
    public string Description => term.Description;

    /// <summary>Web address of the term.</summary>
    public string? TermUri => term.TermUri;

    /// <summary>The broader term; absent at the top.</summary>
    public IDataLoaderResult<TaxonomyTermGraph?>? Broader(IResolveFieldContext context) =>
        term.ParentId is { } parent ? context.One("terms", parent, talk.Parts.Terms, talk.Tell) : null;

    /// <summary>The narrower terms.</summary>
    public IDataLoaderResult<IEnumerable<TaxonomyTermGraph>> Narrower(IResolveFieldContext context) => context.Many("narrower terms", term.Id, talk.Parts.NarrowerTerms, talk.Tell);

    /// <summary>The taxonomy that it belongs to.</summary>
    public IDataLoaderResult<Taxonomy> Taxonomy(IResolveFieldContext context) => context.One("taxonomies", term.TaxonomyId, talk.Parts.Taxonomies, taxonomy => taxonomy)!;
}
