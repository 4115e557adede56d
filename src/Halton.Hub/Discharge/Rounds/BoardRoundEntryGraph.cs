using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>One person on the list. FHIR: Encounter.</summary>
/// <param name="entry">The line.</param>
/// <param name="words">Gives codes their wording.</param>
/// <param name="clocks">How much time the clocks give.</param>
public sealed class BoardRoundEntryGraph(BoardRoundEntry entry, DischargeWordsGraph words, DischargeClocks clocks)
{
    /// <summary>Where the discharge stands, without history. For a past day as it stood then, without the onward referral.</summary>
    public DischargeGraph Discharge => words.Tell(entry.Discharge, entry.Today);

    /// <summary>The person.</summary>
    public PatientGraph Patient => new(entry.Patient);

    /// <summary>Nights since admission.</summary>
    public int DaysIn => entry.DaysIn;

    /// <summary>The longest band of 7, 14 and 21 nights that the stay has reached; 0 below.</summary>
    public int LengthOfStayBand => entry.Band;

    /// <summary>Nights since the person was ready; absent while they are not.</summary>
    public int? DaysReady => entry.DaysReady;

    /// <summary>The clock from the ward's referral to the start of the assessment.</summary>
    public DischargeClockGraph AssessmentClock => new(entry.Assessment(clocks.AssessmentWarning));

    /// <summary>The clock from the naming of a worker to the discharge.</summary>
    public DischargeClockGraph DischargeClock => new(entry.Leaving(clocks.DischargeWarning));
}
