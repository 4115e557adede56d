namespace Halton.Hub.CareHomes.Homes;

/// <summary>That what CQC, a council or the home itself says of a home has changed.</summary>
/// <param name="HomeId">The hub's id.</param>
/// <param name="LocationId">CQC location id.</param>
/// <param name="Name">The home's name.</param>
/// <param name="Organization">Code of the organisation that speaks for the home.</param>
/// <param name="Changed">What changed: registration, dormancy, rating, service-types, successor, details, agreement, quality; "taken-up" for a home that is new.</param>
/// <param name="ChangedAt">When the hub took it in.</param>
public sealed record CareHomeChange(Guid HomeId, string LocationId, string Name, string? Organization, IReadOnlyList<string> Changed, DateTimeOffset ChangedAt);
