namespace Halton.Hub.Foundation;

/// <summary>A stretch of time.</summary>
/// <param name="From">At or after; null for no beginning.</param>
/// <param name="Before">Before; null for no end.</param>
public sealed record MomentRange(DateTimeOffset? From, DateTimeOffset? Before);
