namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// That a bed of a home is held for somebody, without a word about whom. The database judges by its own clock whether it is still held, and
/// keeps one bed from being held twice at a time. FHIR: Slot.
/// </summary>
public sealed class BedHold
{
    /// <summary>The bed is held until its time runs out.</summary>
    public const string Held = "held";

    /// <summary>It was let go.</summary>
    public const string Released = "released";

    /// <summary>Its time ran out.</summary>
    public const string Expired = "expired";

    /// <summary>The person has moved in.</summary>
    public const string Admitted = "admitted";

    /// <summary>The hub's id; the reservation has the same.</summary>
    public required Guid Id { get; init; }

    /// <summary>The home.</summary>
    public required Guid HomeId { get; init; }

    /// <summary>A code of bed-type.</summary>
    public required string BedType { get; init; }

    /// <summary>The hub's own number of the bed among those of its kind, from 1; no room number.</summary>
    public required int BedNumber { get; init; }

    /// <summary>Code of the organisation that holds it.</summary>
    public required string HeldFor { get; init; }

    /// <summary>held, released, expired or admitted. One that is held and whose time has run out is no longer held, whatever this says.</summary>
    public required string State { get; set; }

    /// <summary>Since when, by the clock of the database.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>Until when, by the clock of the database.</summary>
    public required DateTimeOffset HeldUntil { get; set; }

    /// <summary>When it ended; null while it is held.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
