namespace Halton.Hub.CareHomes.Capacity;

/// <summary>Beds of one kind in a home's latest return. The database keeps occupied + reserved + available within the maximum.</summary>
public sealed class BedCapacity
{
    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>Beds that there are.</summary>
    public required int Maximum { get; set; }

    /// <summary>Beds in use.</summary>
    public required int Occupied { get; set; }

    /// <summary>Vacant beds that are kept for somebody.</summary>
    public required int Reserved { get; set; }

    /// <summary>Vacant beds that can be had.</summary>
    public required int Available { get; set; }
}
