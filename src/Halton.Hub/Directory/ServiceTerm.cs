namespace Halton.Hub.Directory;

/// <summary>That a service is classified by a term. HSDS-UK: attribute.</summary>
public sealed class ServiceTerm
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>The term.</summary>
    public Guid TaxonomyTermId { get; set; }

    /// <summary>What is classified: service.</summary>
    public required string LinkType { get; set; }
}
