namespace Halton.Hub.Clock;

/// <summary>What a run of a job came to, as counts with names: an operation answers them, the job reports them, the history keeps them.</summary>
public sealed class RunCounts
{
    private RunCounts(IReadOnlyDictionary<string, long> named) => Named = named;

    /// <summary>Nothing was counted.</summary>
    public static RunCounts None { get; } = new(new Dictionary<string, long>());

    /// <summary>The counts by name. Names say what was counted (<c>returns</c>, <c>marked stale</c>), never whose it was.</summary>
    public IReadOnlyDictionary<string, long> Named { get; }

    /// <summary>Whether the run did anything.</summary>
    public bool DidSomething => Named.Values.Any(count => count > 0);

    /// <summary>Counts with their names.</summary>
    public static RunCounts Of(params IEnumerable<(string Name, long Count)> counts) => new(counts.ToDictionary(pair => pair.Name, pair => pair.Count));

    /// <summary>Counts in words.</summary>
    public static string Words(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(pair => $"{pair.Value} {pair.Key}"));
}
