namespace Halton.Hub.Directory;

/// <summary>A service at one of its places. HSDS-UK: service_at_location.</summary>
public sealed class ServiceAtLocation
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>The place.</summary>
    public Guid LocationId { get; set; }

    /// <summary>What is particular about the service there.</summary>
    public string? Description { get; set; }
}
