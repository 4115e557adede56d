namespace Halton.Hub.CareHomes.Capacity;

/// <summary>A page of what is known of homes' capacity.</summary>
/// <param name="Capacity">By name, or the nearest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
/// <param name="Cursor">The place of one of them in the list: the next page of whoever gives it begins behind it.</param>
public sealed record CapacityPage(IReadOnlyList<CapacityState> Capacity, string NextPageToken, string ResumeToken, Func<CapacityState, string> Cursor);
