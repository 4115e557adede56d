namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>How much of an extract is read, and how long is waited for one. England has some 15,000 homes; all their beds fit many times over.</summary>
public sealed record FeedLimits
{
    /// <summary>Characters of one line; a longer one is refused and the next is read.</summary>
    public int LongestLine { get; init; } = 16 * 1024;

    /// <summary>Bytes of one extract.</summary>
    public long MostBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Rows of one extract.</summary>
    public int MostRows { get; init; } = 200_000;

    /// <summary>How long a file must have been left alone before it is taken.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one attempt waits for an answer to begin.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pause before the second attempt; it doubles, with a part left to chance.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long all attempts take together, whatever pauses the server asks for.</summary>
    public TimeSpan AllAttempts { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>How long an answer may take to arrive once it has begun.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromSeconds(60);
}
