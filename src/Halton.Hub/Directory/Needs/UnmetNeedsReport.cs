namespace Halton.Hub.Directory.Needs;

/// <summary>Needs for which nothing was found, by electoral ward.</summary>
/// <param name="Needs">One for each ward and need, in the order of their names.</param>
/// <param name="Total">All of them; rounded down to a multiple of 5 while one is suppressed.</param>
/// <param name="TotalRounded">Whether it is rounded.</param>
public sealed record UnmetNeedsReport(IReadOnlyList<UnmetNeed> Needs, int Total, bool TotalRounded);

/// <summary>A need in a ward for which nothing was found.</summary>
/// <param name="Ward">Code of the ward; null where none was named.</param>
/// <param name="WardName">Its name.</param>
/// <param name="NeedId">The need, a taxonomy term.</param>
/// <param name="NeedName">Its name.</param>
/// <param name="Count">How often; null when suppressed.</param>
/// <param name="Suppressed">Whether the count is under 5, or hidden to hide another.</param>
/// <param name="Reasons">Why, in the order of the codes; empty when suppressed.</param>
public sealed record UnmetNeed(string? Ward, string WardName, Guid NeedId, string NeedName, int? Count, bool Suppressed, IReadOnlyList<UnmetNeedReason> Reasons);

/// <summary>Why nothing was found.</summary>
/// <param name="Reason">Code of the reason.</param>
/// <param name="Display">In words.</param>
/// <param name="Count">How often; null for every reason of the need when one of them is under 5, since they add up to a count that is given.</param>
public sealed record UnmetNeedReason(string Reason, string Display, int? Count);
