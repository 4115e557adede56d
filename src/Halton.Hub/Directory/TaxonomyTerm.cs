namespace Halton.Hub.Directory;

/// <summary>A term that services are classified by; terms form trees. HSDS-UK: taxonomy_term.</summary>
public sealed class TaxonomyTerm : INamed
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The taxonomy it belongs to.</summary>
    public Guid TaxonomyId { get; set; }

    /// <summary>The broader term; null at the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>What it covers.</summary>
    public required string Description { get; set; }

    /// <summary>Web address of the term.</summary>
    public string? TermUri { get; set; }
}
