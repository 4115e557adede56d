namespace Halton.Hub.Directory.Finding;

/// <summary>How a service scored: the sum of its parts.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Parts">The parts, in the order of their weight.</param>
public sealed record Ranking(double Score, IReadOnlyList<RankingPart> Parts)
{
    /// <summary>What counts how much. The SQL of the search multiplies by the same numbers.</summary>
    internal static IReadOnlyList<(string Name, double Weight, string Why)> Weights { get; } =
    [
        ("words", 0.45, "How well the words asked for match its name, its terms, its organisation and its description."),
        ("spelling", 0.20, "How alike the words asked for are to its name and terms, letter by letter."),
        ("distance", 0.15, "How near its nearest place is: half the points at 3 km."),
        ("intake", 0.10, "Whether it takes people now: all points when open, a third with a waiting list."),
        ("assured", 0.10, "Whether its entry was confirmed within half a year (all points) or a year (half)."),
    ];

    /// <summary>Explains a score.</summary>
    internal static Ranking Of(double score, IReadOnlyList<double> values) =>
        new(score, [.. Weights.Zip(values, (weight, value) => new RankingPart(weight.Name, Math.Round(value, 4), weight.Weight, weight.Why))]);
}
