using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// The days in which homes make their monthly return: from the 8th to the end of the 14th, or of the next working day when the 14th is none.
/// Source: Adult social care provider information provisions, formal notice.
/// </summary>
/// <param name="Opens">First day.</param>
/// <param name="Closes">Last day.</param>
public sealed record CapacityWindow(DateOnly Opens, DateOnly Closes)
{
    /// <summary>The moment at which it opens.</summary>
    public DateTimeOffset From => LondonTime.Start(Opens);

    /// <summary>The moment at which it has closed.</summary>
    public DateTimeOffset Until => LondonTime.Start(Closes.AddDays(1));

    /// <summary>The window of a month.</summary>
    public static CapacityWindow Of(int year, int month, FreshnessPolicy policy, WorkingDays days) =>
        new(new DateOnly(year, month, policy.WindowOpens), days.OnOrAfter(new DateOnly(year, month, policy.WindowCloses)));

    /// <summary>The window that is open on a day, or was the last before it.</summary>
    public static CapacityWindow Latest(DateOnly day, FreshnessPolicy policy, WorkingDays days)
    {
        var month = day.Day >= policy.WindowOpens ? day : day.AddDays(-day.Day);
        return Of(month.Year, month.Month, policy, days);
    }

    /// <summary>How homes without a return are reminded on a day: opened, reminder, closing; null when the window is not open.</summary>
    public string? StageOn(DateOnly day, FreshnessPolicy policy) => true switch
    {
        _ when day < Opens || day > Closes => null,
        _ when day == Closes => "closing",
        _ when day.Day >= policy.WindowReminder => "reminder",
        _ => "opened",
    };

    /// <summary>Whether something was taken while it was open.</summary>
    public bool Holds(DateTimeOffset received) => received >= From && received < Until;
}
