namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A named set of terms.</summary>
public sealed record HsdsTaxonomy
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>What its terms classify.</summary>
    public string? Description { get; init; }

    /// <summary>Web address of the whole.</summary>
    public string? Uri { get; init; }

    /// <summary>Version of the set.</summary>
    public string? Version { get; init; }

    /// <summary>Its terms; left out in lists.</summary>
    public IReadOnlyList<HsdsTaxonomyTerm>? TaxonomyTerms { get; init; }
}
