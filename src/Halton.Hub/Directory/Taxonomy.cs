namespace Halton.Hub.Directory;

/// <summary>A named set of terms. HSDS-UK: taxonomy.</summary>
public sealed class Taxonomy : INamed
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>What its terms classify.</summary>
    public required string Description { get; set; }

    /// <summary>Web address of the whole.</summary>
    public string? Uri { get; set; }

    /// <summary>Version of the set.</summary>
    public string? Version { get; set; }
}
