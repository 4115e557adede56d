using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>When a service is open, by London's clock; days on which the clocks change have the hours that they have.</summary>
/// <param name="Opens">Minute of the day, 0 to 1,439.</param>
/// <param name="Closes">Minute of the day, up to 1,440; after it opens.</param>
/// <param name="Days">Days of the week, 1 (Monday) to 7 (Sunday).</param>
/// <param name="OnBankHolidays">Whether it is open on bank holidays.</param>
public sealed record ServiceHours(int Opens, int Closes, IReadOnlyList<int> Days, bool OnBankHolidays)
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>A minute of the day as HH:MM.</summary>
    public static string Written(int minute) => string.Create(null, $"{minute / 60:D2}:{minute % 60:D2}");

    /// <summary>The moment at which so much open time has passed.</summary>
    /// <param name="start">Since when.</param>
    /// <param name="time">How much.</param>
    /// <param name="isBankHoliday">Tells bank holidays.</param>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan time, Func<DateOnly, bool> isBankHoliday)
    {
        for (var day = LondonTime.Day(start); ; day = day.AddDays(1))
        {
            var (open, close) = On(day, isBankHoliday);
            var from = open > start ? open : start;
            if (from < close && close - from >= time)
            {
                return from + time;
            }

            time -= from < close ? close - from : TimeSpan.Zero;
        }
    }

    /// <summary>How much open time lies between two moments.</summary>
    /// <param name="from">The earlier.</param>
    /// <param name="to">The later.</param>
    /// <param name="isBankHoliday">Tells bank holidays.</param>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to, Func<DateOnly, bool> isBankHoliday)
    {
        var passed = TimeSpan.Zero;
        for (var day = LondonTime.Day(from); day <= LondonTime.Day(to); day = day.AddDays(1))
        {
            var (open, close) = On(day, isBankHoliday);
            var (first, last) = (open > from ? open : from, close < to ? close : to);
            passed += last > first ? last - first : TimeSpan.Zero;
        }

        return passed;
    }

    /// <summary>When it closes on a day, whether or not it opens.</summary>
    public DateTimeOffset CloseOf(DateOnly day) => At(day, Closes);

    private (DateTimeOffset Open, DateTimeOffset Close) On(DateOnly day, Func<DateOnly, bool> isBankHoliday)
    {
        var opens = Days.Contains(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek) && (OnBankHolidays || !isBankHoliday(day));
        return opens ? (At(day, Opens), At(day, Closes)) : (At(day, Opens), At(day, Opens));
    }

    private static DateTimeOffset At(DateOnly day, int minute) =>
        minute == MinutesOfADay ? LondonTime.Start(day.AddDays(1)) : LondonTime.Moment(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute)).ToUniversalTime();
}
