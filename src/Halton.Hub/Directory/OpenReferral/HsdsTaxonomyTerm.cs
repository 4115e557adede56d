namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A term that services are classified by.</summary>
public sealed record HsdsTaxonomyTerm
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>What it covers.</summary>
    public string? Description { get; init; }

    /// <summary>The broader term, a UUID.</summary>
    public string? ParentId { get; init; }

    /// <summary>Name of the taxonomy.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>The taxonomy, a UUID.</summary>
    public string? TaxonomyId { get; init; }

    /// <summary>Web address of the term.</summary>
    public string? TermUri { get; init; }
}
