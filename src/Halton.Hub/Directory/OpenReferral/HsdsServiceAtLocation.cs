namespace Halton.Hub.Directory.OpenReferral;

/// <summary>A service at one of its places. Within a service it has no service; on its own it has.</summary>
public sealed record HsdsServiceAtLocation
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>What is particular about the service there.</summary>
    public string? Description { get; init; }

    /// <summary>The place, a UUID, where a document names it without describing it; not written.</summary>
    public string? LocationId { get; init; }

    /// <summary>The place.</summary>
    public HsdsLocation? Location { get; init; }

    /// <summary>The service.</summary>
    public HsdsService? Service { get; init; }
}
