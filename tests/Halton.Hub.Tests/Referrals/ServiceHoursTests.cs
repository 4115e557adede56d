using Halton.Hub.Foundation;
using Halton.Hub.Referrals;
using Xunit;

namespace Halton.Hub.Tests.Referrals;

/// <summary>The two clocks: nights, closing days, bank holidays, and the days on which the clocks change.</summary>
public sealed class ServiceHoursTests
{
    private static readonly ServiceHours EveryDay = new(8 * 60, 20 * 60, [1, 2, 3, 4, 5, 6, 7], OnBankHolidays: true);
    private static readonly ServiceHours Office = new(9 * 60, 17 * 60, [1, 2, 3, 4, 5], OnBankHolidays: false);
    private static readonly ServiceHours Always = new(0, 24 * 60, [1, 2, 3, 4, 5, 6, 7], OnBankHolidays: true);
    private static readonly HashSet<DateOnly> Holidays = [new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2027, 3, 26), new(2027, 3, 29)];

    /// <summary>London's clock; in summer it is an hour ahead of UTC.</summary>
    public static TheoryData<string, string, int, string> Cases => new()
    {
        // In the middle of the day, in the evening, at night.
        { "every day", "2026-11-26T10:00:00Z", 120, "2026-11-26T12:00:00Z" },
        { "every day", "2026-11-26T19:30:00Z", 120, "2026-11-27T09:30:00Z" },
        { "every day", "2026-11-26T02:00:00Z", 120, "2026-11-26T10:00:00Z" },
        { "every day", "2026-11-26T18:00:00Z", 120, "2026-11-26T20:00:00Z" },
        { "every day", "2026-11-26T20:00:00Z", 1, "2026-11-27T08:01:00Z" },

        // Summer time: 08:00 in London is 07:00 UTC.
        { "every day", "2026-07-01T18:30:00Z", 120, "2026-07-02T08:30:00Z" },

        // The clocks go forward on 28 March 2027 and back on 25 October 2026, at night: open hours keep their length.
        { "every day", "2027-03-27T19:30:00Z", 120, "2027-03-28T08:30:00Z" },
        { "every day", "2026-10-24T18:30:00Z", 120, "2026-10-25T09:30:00Z" },
        { "every day", "2026-10-24T12:00:00Z", 1440, "2026-10-26T13:00:00Z" },

        // A service that never closes has a day of 25 hours, and one of 23.
        { "always", "2026-10-24T23:00:00Z", 25 * 60, "2026-10-26T00:00:00Z" },
        { "always", "2027-03-28T00:00:00Z", 23 * 60, "2027-03-28T23:00:00Z" },

        // Weekends, and bank holidays: Christmas 2026 (Friday, and Monday in lieu), Easter 2027.
        { "office", "2026-11-27T16:30:00Z", 60, "2026-11-30T09:30:00Z" },
        { "office", "2026-12-24T16:00:00Z", 120, "2026-12-29T10:00:00Z" },
        { "office", "2027-03-25T16:00:00Z", 120, "2027-03-30T09:00:00Z" },
        { "every day", "2026-12-24T19:00:00Z", 120, "2026-12-25T09:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Open_time_runs_out_when_it_should(string hours, string start, int minutes, string due)
    {
        var service = hours switch { "every day" => EveryDay, "office" => Office, _ => Always };
        var (from, until) = (Moment(start), Moment(due));
        Assert.Equal(until, service.After(from, TimeSpan.FromMinutes(minutes), Holidays.Contains).ToUniversalTime());
        Assert.Equal(minutes, service.Between(from, until, Holidays.Contains).TotalMinutes);
    }

    [Fact]
    public void Both_ways_of_counting_agree_with_a_count_minute_by_minute()
    {
        var random = new Random(20261126);
        var begin = Moment("2026-09-01T00:00:00Z");
        for (var i = 0; i < 400; i++)
        {
            // No service opens or closes in the hour that is missing, or comes twice.
            var opens = random.Next(4) == 0 ? 0 : random.Next(180, 20 * 60);
            var service = new ServiceHours(
                opens, random.Next(Math.Max(opens, 180) + 1, (24 * 60) + 1), [.. Enumerable.Range(1, 7).Where(_ => random.Next(3) > 0).DefaultIfEmpty(3)], random.Next(2) == 0);

            // Round the days on which the clocks change, and round the bank holidays of the winter.
            var from = begin.AddMinutes(random.Next(0, 240 * 24 * 60));
            var to = from.AddMinutes(random.Next(0, 6 * 24 * 60));
            var counted = 0;
            for (var minute = from; minute < to; minute = minute.AddMinutes(1))
            {
                counted += IsOpen(service, minute) ? 1 : 0;
            }

            Assert.Equal(counted, service.Between(from, to, Holidays.Contains).TotalMinutes);
            if (counted > 0)
            {
                var due = service.After(from, TimeSpan.FromMinutes(counted), Holidays.Contains);
                Assert.True(due <= to);
                Assert.Equal(counted, service.Between(from, due, Holidays.Contains).TotalMinutes);
            }
        }
    }

    [Fact]
    public void A_tier_goes_by_the_clock_that_it_names()
    {
        var start = Moment("2026-11-26T19:30:00Z");
        Assert.Equal((Moment("2026-11-26T21:30:00Z"), Moment("2026-11-27T09:30:00Z")), (Timing("elapsed").BreachAt, Timing("service").BreachAt));
        Assert.Equal(Timing("elapsed") with { BreachAt = default, WarnAt = default }, Timing("service") with { BreachAt = default, WarnAt = default });
        Assert.Equal(Moment("2026-11-26T21:00:00Z"), Timing("elapsed").WarnAt);
        var agreed = Tier("agreed-day").Timing(EveryDay, start, new DateOnly(2027, 6, 1), Holidays.Contains);
        Assert.Equal(Moment("2027-06-01T19:00:00Z"), agreed.BreachAt);

        ReferralTiming Timing(string governs) => Tier(governs).Timing(EveryDay, start, null, Holidays.Contains);
    }

    private static CareTier Tier(string governs) => new()
    {
        Code = "crisis",
        Governs = governs,
        ElapsedMinutes = 120,
        ServiceMinutes = 120,
        WarnMinutes = 30,
        Priority = "stat",
        ResponsePriority = "4",
        TeamTypes = ["51"],
        HospitalBed = "either",
    };

    private static bool IsOpen(ServiceHours service, DateTimeOffset moment)
    {
        var clock = LondonTime.Clock(moment);
        var day = DateOnly.FromDateTime(clock);
        return service.Days.Contains(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek) && (service.OnBankHolidays || !Holidays.Contains(day))
            && clock.TimeOfDay >= TimeSpan.FromMinutes(service.Opens) && clock.TimeOfDay < TimeSpan.FromMinutes(service.Closes);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, null);
}
