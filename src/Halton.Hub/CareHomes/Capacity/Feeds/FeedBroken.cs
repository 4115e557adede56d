namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>An extract cannot be read, or not to its end; the report says where and why.</summary>
internal sealed class FeedBroken(int? at, string? column, string reason, string message) : Exception(message)
{
    /// <summary>Where it broke.</summary>
    public int? At { get; } = at;

    /// <summary>The column that is wrong or missing.</summary>
    public string? Column { get; } = column;

    /// <summary>The stable name.</summary>
    public string Reason { get; } = reason;
}
