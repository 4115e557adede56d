namespace Halton.Hub.Foundation;

/// <summary>Days are days in Europe/London, whatever clock the machine keeps.</summary>
public static class LondonTime
{
    /// <summary>The zone.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The London day of a moment.</summary>
    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>What a clock in London shows at a moment.</summary>
    public static DateTime Clock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone).DateTime;

    /// <summary>The moment at which a clock in London shows this; of the two in autumn, the first.</summary>
    public static DateTimeOffset Moment(DateTime clock) =>
        new(clock, Zone.IsAmbiguousTime(clock) ? Zone.GetAmbiguousTimeOffsets(clock).Max() : Zone.GetUtcOffset(clock));

    /// <summary>The moment at which a London day begins, in UTC.</summary>
    public static DateTimeOffset Start(DateOnly day) => new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone), TimeSpan.Zero);

    /// <summary>The moment as the database keeps it: to the microsecond.</summary>
    public static DateTimeOffset Kept(this DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>Today in London.</summary>
    public static DateOnly Today(this TimeProvider clock) => Day(clock.GetUtcNow());
}
