namespace Halton.Hub.Journeys;

/// <summary>What waits for whom.</summary>
/// <param name="Kind">Kind of the record that waits.</param>
/// <param name="RecordId">The hub's id of that record.</param>
/// <param name="Code">What has to happen, a code of journey-next-action.</param>
/// <param name="Owner">Who acts: ward, care-transfer-hub, service, trusted-assessor, care-home or council.</param>
/// <param name="Organization">Code of the organisation that acts; null for the care transfer hub, which several make up.</param>
/// <param name="DueAt">By when, where there is such a moment.</param>
/// <param name="Record">The record as the caller may see it.</param>
public sealed record OpenMatter(JourneyKind Kind, Guid RecordId, string Code, string Owner, string? Organization, DateTimeOffset? DueAt, object Record);
