namespace Halton.Hub.Directory.Needs;

/// <summary>How often people were pointed to services, or nothing was found, by one dimension.</summary>
/// <param name="Groups">In the order of their names and keys.</param>
/// <param name="Total">All of them; rounded down to a multiple of 5 while a group is suppressed.</param>
/// <param name="TotalRounded">Whether it is rounded.</param>
public sealed record SignpostingCounts(IReadOnlyList<SignpostingCount> Groups, int Total, bool TotalRounded);

/// <summary>One group.</summary>
/// <param name="Key">Id or code of the dimension's value, or the month YYYY-MM; null where the signpostings say none.</param>
/// <param name="Display">Its name.</param>
/// <param name="Count">How often; null when suppressed.</param>
/// <param name="Suppressed">Whether the count is under 5, or hidden to hide another.</param>
public sealed record SignpostingCount(string? Key, string Display, int? Count, bool Suppressed);
