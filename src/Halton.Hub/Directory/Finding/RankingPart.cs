namespace Halton.Hub.Directory.Finding;

/// <summary>One part of a score.</summary>
/// <param name="Name">words, spelling, distance, intake or assured.</param>
/// <param name="Value">0 to 1.</param>
/// <param name="Weight">What it counts.</param>
/// <param name="Why">What it measures, in words.</param>
public sealed record RankingPart(string Name, double Value, double Weight, string Why);
