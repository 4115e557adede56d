namespace Halton.Hub.CareHomes.Capacity;

/// <summary>A page of the returns of one home.</summary>
/// <param name="Records">Newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record CapacityHistoryPage(IReadOnlyList<CapacityRecord> Records, string NextPageToken, Func<CapacityRecord, string> Cursor);
