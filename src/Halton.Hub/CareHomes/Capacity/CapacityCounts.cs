namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Care homes and their beds, counted by one dimension. Counts under 5 are not given, nor what they could be worked out from.</summary>
/// <param name="Groups">In the order of their names and keys.</param>
/// <param name="Homes">All care homes; rounded down to a multiple of 5 while the homes of a group are hidden.</param>
/// <param name="Beds">Beds of the homes whose numbers are known; rounded down to a multiple of 5 while the beds of a group are hidden.</param>
/// <param name="Available">Those of them that can be had; rounded in the same way.</param>
/// <param name="Rounded">Whether a total is rounded.</param>
/// <param name="CountedAt">The moment of the count.</param>
public sealed record CapacityCounts(IReadOnlyList<CapacityCount> Groups, int Homes, int Beds, int Available, bool Rounded, DateTimeOffset CountedAt);

/// <summary>One group.</summary>
/// <param name="Key">Code of the kind of bed or of the local authority, or NEVER, FRESH, AGEING, STALE; null where homes lie in an area that is not in the list.</param>
/// <param name="Display">Its name.</param>
/// <param name="Homes">Care homes; null when hidden.</param>
/// <param name="HomesKnown">Those whose numbers are known, that is not stale; null when hidden.</param>
/// <param name="Beds">Beds that the homes with known numbers have; null when hidden.</param>
/// <param name="Available">Beds that can be had in those of them that take people in; null when hidden. Stale numbers never count as vacancies.</param>
public sealed record CapacityCount(string? Key, string Display, int? Homes, int? HomesKnown, int? Beds, int? Available);
