namespace Halton.Hub.Directory;

/// <summary>That a service's entry changed; the entry itself is read when it is wanted.</summary>
/// <param name="Kind">What happened, for example service.updated.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="OrganizationId">The organisation that provides it.</param>
/// <param name="Version">The entry's version after the change.</param>
/// <param name="OccurredAt">When the hub took the change.</param>
public sealed record ServiceChange(string Kind, Guid ServiceId, Guid OrganizationId, int Version, DateTimeOffset OccurredAt);
