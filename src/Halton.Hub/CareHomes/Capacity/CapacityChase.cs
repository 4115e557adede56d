namespace Halton.Hub.CareHomes.Capacity;

/// <summary>That a home was reminded of its monthly return: once for each stage of each window.</summary>
public sealed class CapacityChase
{
    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>First day of the window.</summary>
    public required DateOnly Window { get; init; }

    /// <summary>"opened", "reminder" or "closing".</summary>
    public required string Stage { get; init; }

    /// <summary>When it was told.</summary>
    public required DateTimeOffset ToldAt { get; init; }
}
