namespace Halton.Hub.Directory;

/// <summary>Where the money for a service comes from. HSDS-UK: funding.</summary>
public sealed class Funding
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>The source, in words.</summary>
    public required string Source { get; set; }
}
