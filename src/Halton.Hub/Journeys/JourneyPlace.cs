namespace Halton.Hub.Journeys;

/// <summary>A place in a journey.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">Kind of the record.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Ordinal">The place among the record's own steps.</param>
public sealed record JourneyPlace(DateTimeOffset At, JourneyKind Kind, Guid RecordId, int Ordinal)
{
    /// <summary>Places compare by this.</summary>
    internal (DateTimeOffset At, JourneyKind Kind, Guid RecordId, int Ordinal) Order() => (At, Kind, RecordId, Ordinal);
}
