using Halton.Hub.Foundation;

namespace Halton.Hub.Journeys;

/// <summary>One thing that happened on a person's journey.</summary>
/// <param name="Kind">Kind of the record that it happened to.</param>
/// <param name="RecordId">The hub's id of that record.</param>
/// <param name="Ordinal">Its place among the record's own steps.</param>
/// <param name="Code">What happened, a code of journey-step.</param>
/// <param name="At">When; the beginning of the day in London where only the day is known.</param>
/// <param name="DayOnly">Whether only the day is known.</param>
/// <param name="Organization">Code of the organisation that did it.</param>
/// <param name="Detail">More about it, where there is a code: the pathway, the outcome, the reason; without wording.</param>
/// <param name="Record">The record as the caller may see it.</param>
public sealed record JourneyStep(JourneyKind Kind, Guid RecordId, int Ordinal, string Code, DateTimeOffset At, bool DayOnly, string Organization, Coding? Detail, object Record)
{
    /// <summary>Its place in the journey. Of what happened on one day, that which is known by its day alone comes last.</summary>
    public JourneyPlace Place => new(DayOnly ? LondonTime.Start(LondonTime.Day(At).AddDays(1)).AddTicks(-1) : At, Kind, RecordId, Ordinal);
}
