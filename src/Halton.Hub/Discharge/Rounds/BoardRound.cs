namespace Halton.Hub.Discharge.Rounds;

/// <summary>Everybody in a hospital or on a ward, with what a round over the list needs.</summary>
/// <param name="Site">ODS site code.</param>
/// <param name="Ward">The ward, or null for the whole site.</param>
/// <param name="Date">The day.</param>
/// <param name="AsOf">The moment that the list shows: now, or the end of a day that has passed.</param>
/// <param name="Entries">By ward, the longest there first.</param>
public sealed record BoardRound(string Site, string? Ward, DateOnly Date, DateTimeOffset AsOf, IReadOnlyList<BoardRoundEntry> Entries);
