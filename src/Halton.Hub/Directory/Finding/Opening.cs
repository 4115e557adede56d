namespace Halton.Hub.Directory.Finding;

/// <summary>Whether a service is open, and when next.</summary>
/// <param name="Now">Whether it is open at this moment.</param>
/// <param name="Next">The next moment at which it is open; null when not within a fortnight.</param>
public sealed record Opening(bool Now, DateTimeOffset? Next);
