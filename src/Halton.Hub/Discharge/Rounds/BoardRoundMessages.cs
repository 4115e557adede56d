using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Discharge.Rounds;

/// <summary>Tells board rounds in the words of the discharge service.</summary>
public sealed class BoardRoundMessages(DischargeMessages discharges, DischargeClockRules clocks, CodeSystems codes)
{
    /// <summary>Tells one.</summary>
    public Wire.BoardRound Tell(BoardRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var counts = RoundCounts.Of(round, codes);
        return new Wire.BoardRound
        {
            Site = round.Site,
            Ward = round.Ward ?? "",
            Date = WrittenDay.Of(round.Date),
            AsOf = round.AsOf.ToTimestamp(),
            Entries = { round.Entries.Select(Tell) },
            Counts = new Wire.BoardRoundCounts
            {
                InHospital = counts.InHospital,
                NotMeetingCriteria = counts.NotMeetingCriteria,
                Wards = { counts.Wards.Select(Tell) },
                Pathways = { counts.Pathways.Select(Tell) },
                Families = { counts.Families.Select(Tell) },
                Owners = { counts.Owners.Select(Tell) },
                LengthsOfStay = { counts.Stays.Select(Tell) },
            },
        };
    }

    private Wire.BoardRoundEntry Tell(BoardRoundEntry entry)
    {
        var (limits, told) = (clocks.Latest, discharges.Tell(entry.Discharge, entry.Today));
        told.Patient = WirePatient.Tell(entry.Patient);
        var line = new Wire.BoardRoundEntry
        {
            Discharge = told,
            DaysIn = entry.DaysIn,
            LengthOfStayBand = entry.Band,
            AssessmentClock = Tell(entry.Assessment(limits.AssessmentWarning)),
            DischargeClock = Tell(entry.Leaving(limits.DischargeWarning)),
        };
        if (entry.DaysReady is { } ready)
        {
            line.DaysReady = ready;
        }

        return line;
    }

    private static Wire.DischargeClock Tell(DischargeClock clock) => new() { State = clock.State, DueAt = clock.DueAt?.ToTimestamp() };

    private static Wire.BoardRoundGroup Tell(RoundCounts.Group group) => new() { Code = group.Code, Count = group.Count, NotMeetingCriteria = group.NotMeetingCriteria };
}
