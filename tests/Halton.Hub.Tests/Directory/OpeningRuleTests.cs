using System.Globalization;
using System.Text.Json;
using CsCheck;
using Halton.Hub.Tests.Hosts;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>The database's rule of when a service is held, against an iCalendar library that knows nothing of it.</summary>
public sealed class OpeningRuleTests(OneHub one) : IClassFixture<OneHub>
{
    private const int Days = 200;
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly DateOnly First = new(2026, 1, 1);
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public void Of_any_rule_of_repetition_the_database_finds_the_days_that_iCalendar_finds() => Rules.Sample(
        rule => Assert.Equal(ByLibrary(rule), ByDatabase(rule).GetAwaiter().GetResult()), iter: 400, threads: 2);

    [Theory]
    [InlineData("{}", "2026-11-24", true)]
    [InlineData("""{"dtstart":"2026-11-24"}""", "2026-11-24", true)]
    [InlineData("""{"dtstart":"2026-11-24"}""", "2026-11-25", false)]
    [InlineData("""{"byday":"TU"}""", "2026-11-24", true)]
    [InlineData("""{"byday":"TU"}""", "2026-11-25", false)]
    [InlineData("""{"freq":"WEEKLY"}""", "2026-11-25", true)]
    [InlineData("""{"freq":"WEEKLY","byday":"MO,TU","valid_from":"2026-11-25"}""", "2026-11-24", false)]
    [InlineData("""{"freq":"WEEKLY","byday":"MO,TU","valid_to":"2026-11-23"}""", "2026-11-24", false)]
    [InlineData("""{"freq":"WEEKLY","byday":"MO,TU","valid_from":"2026-11-24","valid_to":"2026-11-24"}""", "2026-11-24", true)]
    [InlineData("""{"freq":"WEEKLY","interval":2,"dtstart":"2026-11-17","byday":"TU"}""", "2026-11-24", false)]
    [InlineData("""{"freq":"WEEKLY","interval":2,"dtstart":"2026-11-10","byday":"TU"}""", "2026-11-24", true)]
    [InlineData("""{"freq":"MONTHLY","byday":"4TU"}""", "2026-11-24", true)]
    [InlineData("""{"freq":"MONTHLY","byday":"-1TU"}""", "2026-11-24", true)]
    [InlineData("""{"freq":"MONTHLY","byday":"5TU"}""", "2026-11-24", false)]
    [InlineData("""{"freq":"MONTHLY","bymonthday":"1,24"}""", "2026-11-24", true)]
    [InlineData("""{"freq":"MONTHLY","bymonthday":"2"}""", "2026-11-24", false)]
    public async Task Rules_that_iCalendar_does_not_spell_out_mean_what_a_reader_takes_them_for(string schedule, string day, bool held) =>
        Assert.Equal(held, await hub.Value<bool>("select directory.held_on(jsonb_populate_record(null::directory.schedule, $1::jsonb), $2::text::date)", schedule, day));

    [Theory]
    [InlineData("10:00", "12:00", "09:00", "10:00", false)]
    [InlineData("10:00", "12:00", "09:00", "10:01", true)]
    [InlineData("10:00", "12:00", "12:00", "13:00", false)]
    [InlineData("10:00", "12:00", "11:59", "13:00", true)]
    [InlineData(null, null, "03:00", "03:01", true)]
    [InlineData("10:00", null, "23:59", "24:00", true)]
    public async Task A_window_is_met_where_it_overlaps_the_opening_hours(string? opens, string? closes, string earliest, string latest, bool met)
    {
        var schedule = JsonSerializer.Serialize(new { opens_at = opens, closes_at = closes });
        Assert.Equal(met, await hub.Value<bool>(
            "select directory.open_between(jsonb_populate_record(null::directory.schedule, $1::jsonb), '2026-11-24', $2::text::time, $3::text::time)", schedule, earliest, latest));
    }

    private static Gen<Rule> Rules { get; } =
        from start in Gen.Int[0, 60]
        from weekly in Gen.Bool
        from interval in Gen.Int[1, 3]
        from more in Gen.Int[0, 6].Array[0, 3]
        from monthly in Gen.Int[0, 2]
        from monthDays in Gen.Int[1, 31].Array[0, 2]
        select Of(First.AddDays(start), weekly, interval, more, monthly, monthDays);

    // The first occurrence fits the rule itself, as iCalendar wants it.
    private static Rule Of(DateOnly start, bool weekly, int interval, int[] more, int monthly, int[] monthDays)
    {
        var weekday = Codes[((int)start.DayOfWeek + 6) % 7];
        if (weekly)
        {
            return new Rule(start, "WEEKLY", interval, string.Join(',', more.Select(d => Codes[d]).Append(weekday).Distinct()), null);
        }

        var nth = $"{((start.Day - 1) / 7) + 1}{weekday}";
        var last = start.AddDays(7).Month != start.Month ? $"-1{weekday}" : nth;
        return monthly switch
        {
            0 => new Rule(start, "MONTHLY", interval, null, string.Join(',', monthDays.Append(start.Day).Distinct())),
            1 => new Rule(start, "MONTHLY", interval, nth, null),
            _ => new Rule(start, "MONTHLY", interval, last, null),
        };
    }

    private static string ByLibrary(Rule rule)
    {
        var (byday, bymonthday) = (rule.Byday is null ? "" : $";BYDAY={rule.Byday}", rule.Bymonthday is null ? "" : $";BYMONTHDAY={rule.Bymonthday}");
        var happening = new CalendarEvent
        {
            Start = new CalDateTime(rule.Dtstart),
            RecurrenceRule = new RecurrenceRule(string.Create(CultureInfo.InvariantCulture, $"FREQ={rule.Freq};INTERVAL={rule.Interval}{byday}{bymonthday};WKST=MO")),
        };
        return string.Join(' ', happening.GetOccurrences(new CalDateTime(First)).TakeWhile(o => o.Period.StartTime.Date < First.AddDays(Days)).Select(o => $"{o.Period.StartTime.Date:yyyy-MM-dd}"));
    }

    private async Task<string> ByDatabase(Rule rule) => await hub.Value<string>(
        """
        select coalesce(string_agg(day::date::text, ' ' order by day), '') from generate_series($2::date, $2::date + $3 - 1, interval '1 day') day
        where directory.held_on(jsonb_populate_record(null::directory.schedule, $1::jsonb), day::date)
        """,
        JsonSerializer.Serialize(new { dtstart = rule.Dtstart, freq = rule.Freq, interval = rule.Interval, byday = rule.Byday, bymonthday = rule.Bymonthday }),
        First,
        Days);

    private sealed record Rule(DateOnly Dtstart, string Freq, int Interval, string? Byday, string? Bymonthday);
}
