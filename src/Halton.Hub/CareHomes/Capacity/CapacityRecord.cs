namespace Halton.Hub.CareHomes.Capacity;

/// <summary>One line of the history of capacity: what a return said of one kind of bed. Rows are only ever added.</summary>
public sealed class CapacityRecord
{
    /// <summary>Order of taking.</summary>
    public long Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>The moment that the numbers are true of.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>When the hub took it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Beds that there are.</summary>
    public required int Maximum { get; init; }

    /// <summary>Beds in use.</summary>
    public required int Occupied { get; init; }

    /// <summary>Vacant beds that are kept for somebody.</summary>
    public required int Reserved { get; init; }

    /// <summary>Vacant beds that can be had.</summary>
    public required int Available { get; init; }

    /// <summary>Whether the home took people in.</summary>
    public required bool AcceptingAdmissions { get; init; }
}
