namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// The latest return of a care home: how many beds of each kind it has, uses, keeps and offers, and whether it takes people in. Source: the
/// national capacity collection (Adult social care provider information provisions).
/// </summary>
public sealed class CapacityReturn
{
    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>The moment that the numbers are true of. A return that confirms the same numbers moves it on.</summary>
    public required DateTimeOffset AsOf { get; set; }

    /// <summary>When the hub took it.</summary>
    public required DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Where it came from: "home", "council" or "feed"; "seed" in demonstration data.</summary>
    public required string Source { get; set; }

    /// <summary>Whether the home takes people in.</summary>
    public required bool AcceptingAdmissions { get; set; }

    /// <summary>Why it does not, a code of closure-reason; null when it does.</summary>
    public string? ClosureReason { get; set; }

    /// <summary>First day of the closure.</summary>
    public DateOnly? ClosedFrom { get; set; }

    /// <summary>Last day of the closure, when it is known.</summary>
    public DateOnly? ClosedUntil { get; set; }

    /// <summary>Whether subscribers have been told that it has gone stale; a new return takes that back.</summary>
    public bool ToldStale { get; set; }

    /// <summary>Counts the returns.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The numbers by kind of bed.</summary>
    public List<BedCapacity> Beds { get; init; } = [];
}
