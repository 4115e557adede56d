using Halton.Hub.Foundation;
using Halton.Hub.Patients;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>One person on the list.</summary>
/// <param name="Discharge">Where the discharge stands.</param>
/// <param name="Patient">The person, as the caller may see them.</param>
/// <param name="AsOf">The moment that the list shows.</param>
public sealed record BoardRoundEntry(DischargeStatus Discharge, Patient Patient, DateTimeOffset AsOf)
{
    /// <summary>Bands of length of stay that are counted, in nights, the longest first.</summary>
    public static IReadOnlyList<int> Bands { get; } = [21, 14, 7];

    private readonly DateOnly admittedOn = LondonTime.Day(Discharge.AdmittedAt);

    /// <summary>The day that the list shows.</summary>
    public DateOnly Today { get; } = LondonTime.Day(AsOf.AddTicks(-1));

    /// <summary>Nights since admission.</summary>
    public int DaysIn => Math.Max(0, Today.DayNumber - admittedOn.DayNumber);

    /// <summary>The longest band that the stay has reached: 7, 14 or 21 nights; 0 below.</summary>
    public int Band => Bands.FirstOrDefault(band => DaysIn >= band);

    /// <summary>Nights since the person was ready; null while they are not.</summary>
    public int? DaysReady => Discharge.DaysSinceReady(Today);

    /// <summary>How the clock to the assessment stands.</summary>
    /// <param name="warning">So long before it runs out, little time is left.</param>
    public DischargeClock Assessment(TimeSpan warning) => DischargeClock.Of(Discharge.AssessmentDueAt, Discharge.AssessmentStartedAt, AsOf, warning);

    /// <summary>How the clock to the discharge stands.</summary>
    /// <param name="warning">So long before it runs out, little time is left.</param>
    public DischargeClock Leaving(TimeSpan warning) => DischargeClock.Of(Discharge.DischargeDueAt, Discharge.DischargedAt, AsOf, warning);
}
