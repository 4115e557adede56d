namespace Halton.Hub.Directory.Finding;

/// <summary>A place of a service.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Id">The service_at_location.</param>
/// <param name="Description">What is particular about the service there.</param>
/// <param name="Location">The place.</param>
public sealed record PlaceOfService(Guid ServiceId, Guid Id, string? Description, Location Location);
