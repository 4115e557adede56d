namespace Halton.Hub.Directory.Maintaining;

/// <summary>One rule of when a service can be had, in the terms of RFC 5545. Times are local, Europe/London. HSDS-UK: schedule.</summary>
public sealed record ScheduleEntry
{
    /// <summary>The place that the rule is for, one of the service's locations; left out when it is for all.</summary>
    public string? LocationId { get; init; }

    /// <summary>First day of the rule, YYYY-MM-DD.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day of the rule, YYYY-MM-DD.</summary>
    public string? ValidTo { get; init; }

    /// <summary>First occurrence, YYYY-MM-DD; needed where interval is more than 1.</summary>
    public string? Dtstart { get; init; }

    /// <summary>WEEKLY or MONTHLY; left out for the single day dtstart.</summary>
    public string? Freq { get; init; }

    /// <summary>Every how many weeks or months, 1 to 52.</summary>
    public int? Interval { get; init; }

    /// <summary>WEEKLY: days such as MO,TH. MONTHLY: such as 1TU or -1FR.</summary>
    public string? Byday { get; init; }

    /// <summary>MONTHLY: days of the month, such as 1,15.</summary>
    public string? Bymonthday { get; init; }

    /// <summary>In words, up to 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>From, HH:MM.</summary>
    public string? OpensAt { get; init; }

    /// <summary>Until, HH:MM, later than from.</summary>
    public string? ClosesAt { get; init; }

    /// <summary>Web page with the times.</summary>
    public string? ScheduleLink { get; init; }

    /// <summary>How it is attended: in-person, virtual, telephone or home-visit.</summary>
    public string? AttendingType { get; init; }

    /// <summary>What to know besides, up to 500 characters.</summary>
    public string? Notes { get; init; }
}
