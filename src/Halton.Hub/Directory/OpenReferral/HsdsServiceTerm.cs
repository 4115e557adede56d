namespace Halton.Hub.Directory.OpenReferral;

/// <summary>That a service is classified by a term. HSDS-UK: attribute.</summary>
public sealed record HsdsServiceTerm
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>What is classified, a UUID.</summary>
    public string? LinkId { get; init; }

    /// <summary>The term, a UUID.</summary>
    public string? TaxonomyTermId { get; init; }

    /// <summary>What kind of thing is classified.</summary>
    public string? LinkType { get; init; }

    /// <summary>The term.</summary>
    public HsdsTaxonomyTerm? TaxonomyTerm { get; init; }
}
