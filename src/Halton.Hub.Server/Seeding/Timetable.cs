namespace Halton.Hub.Server.Seeding;

/// <summary>
/// Which stays a scale holds: for each unit, 450 inpatients admitted in the last 28 days and 9,550 finished stays of the past year.
/// Stays come out oldest first, which lets the database append to its indexes when the load is millions.
/// </summary>
/// <remarks>
/// No person is in hospital twice at a time. Inpatients count up from the first person and never reach the second half. Finished stays
/// count down from the last person; a person's next one is 28 days further on in the year and none lasts longer than 27 days. People of
/// the first half, who may be inpatients now, have no finished stay in the last 56 days.
/// </remarks>
internal sealed class Timetable(DateOnly anchor, int people)
{
    /// <summary>Inpatients of one unit.</summary>
    public const int Inpatients = 450;

    /// <summary>The largest scale for which the rules above hold.</summary>
    public const int MostUnits = 1000;

    private const int Finished = 9_550;
    private const int Month = 28;
    private const int Year = 13 * Month;
    private readonly int half = people / 2;

    /// <summary>The stays of the units from one up to, but not, another.</summary>
    public IEnumerable<PlannedStay> Between(int fromUnit, int toUnit) =>
        FinishedBetween((long)fromUnit * Finished, (long)toUnit * Finished).Concat(InpatientsBetween(fromUnit * Inpatients, toUnit * Inpatients));

    private IEnumerable<PlannedStay> FinishedBetween(long from, long to)
    {
        for (var daysAgo = Year; daysAgo > 0; daysAgo--)
        {
            for (var round = from / people; round * people < to; round++)
            {
                var (low, high) = ((int)Math.Max(0, from - (round * people)), (int)Math.Min(people, to - (round * people)));
                foreach (var place in Places(low, Math.Min(high, half), daysAgo - 1, round, Year)
                    .Concat(Places(Math.Max(low, half), high, daysAgo - 1 - (2 * Month), round, Year - (2 * Month))))
                {
                    yield return new PlannedStay(2 * ((round * people) + place), people - 1 - place, anchor.AddDays(-daysAgo), Math.Min(Month, daysAgo) - 1, null);
                }
            }
        }
    }

    private IEnumerable<PlannedStay> InpatientsBetween(int from, int to)
    {
        for (var daysAgo = Month; daysAgo > 0; daysAgo--)
        {
            for (var person = from; person < to; person++)
            {
                if ((person * 5L % Month) + 1 == daysAgo)
                {
                    yield return new PlannedStay((2L * person) + 1, person, anchor.AddDays(-daysAgo), daysAgo - 1, person % Inpatients);
                }
            }
        }
    }

    // The places p of [low, high) with (p + 28 * round) % cycle == day.
    private static IEnumerable<int> Places(int low, int high, int day, long round, int cycle)
    {
        if (day < 0)
        {
            yield break;
        }

        var wanted = (int)(((day - (Month * round)) % cycle) + cycle) % cycle;
        for (var place = low + ((((wanted - low) % cycle) + cycle) % cycle); place < high; place += cycle)
        {
            yield return place;
        }
    }
}
