namespace Halton.Hub.CareHomes.Capacity;

/// <summary>How old capacity may be, and when the monthly return is due. One row; the hub's operators may change it.</summary>
public sealed class FreshnessPolicy
{
    /// <summary>There is one.</summary>
    public bool OnlyRow { get; init; } = true;

    /// <summary>Up to this many hours a return is fresh.</summary>
    public int FreshHours { get; init; } = 24;

    /// <summary>Up to this many days it is ageing; beyond, it is stale, and its numbers are unknown.</summary>
    public int AgeingDays { get; init; } = 7;

    /// <summary>Day of the month on which the window for the monthly return opens.</summary>
    public int WindowOpens { get; init; } = 8;

    /// <summary>Day of the month on which it closes, unless that is no working day.</summary>
    public int WindowCloses { get; init; } = 14;

    /// <summary>Day of the month on which homes that have not returned are reminded.</summary>
    public int WindowReminder { get; init; } = 12;

    /// <summary>The oldest moment that is fresh now: numbers true of it, or of any later one, are at most a day old.</summary>
    public DateTimeOffset FreshFrom(DateTimeOffset now) => now.AddHours(-FreshHours);

    /// <summary>The oldest moment that is still known now. Numbers of any earlier one are stale.</summary>
    public DateTimeOffset KnownFrom(DateTimeOffset now) => now.AddDays(-AgeingDays);

    /// <summary>How old numbers are that are true of a moment; null stands for a home that has never said anything.</summary>
    public Freshness Of(DateTimeOffset? asOf, DateTimeOffset now) =>
        asOf is not { } moment ? Freshness.Never : moment >= FreshFrom(now) ? Freshness.Fresh : moment >= KnownFrom(now) ? Freshness.Ageing : Freshness.Stale;
}
