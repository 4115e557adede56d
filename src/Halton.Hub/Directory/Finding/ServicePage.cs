namespace Halton.Hub.Directory.Finding;

/// <summary>A page of services.</summary>
/// <param name="Hits">The services, in order.</param>
/// <param name="HasMore">Whether more follow.</param>
public sealed record ServicePage(IReadOnlyList<ServiceHit> Hits, bool HasMore);
