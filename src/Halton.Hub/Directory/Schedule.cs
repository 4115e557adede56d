namespace Halton.Hub.Directory;

/// <summary>When a service can be had: one rule of repetition, in the terms of RFC 5545. Times are local, Europe/London. HSDS-UK: schedule.</summary>
public sealed class Schedule
{
    /// <summary>Identifier, a UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The service.</summary>
    public Guid ServiceId { get; set; }

    /// <summary>The place that the rule is for; null when it is for all.</summary>
    public Guid? ServiceAtLocationId { get; set; }

    /// <summary>First day of the rule.</summary>
    public DateOnly? ValidFrom { get; set; }

    /// <summary>Last day of the rule.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>First occurrence; every second week or month is counted from it.</summary>
    public DateOnly? Dtstart { get; set; }

    /// <summary>WEEKLY or MONTHLY; null for a single day (dtstart) or for every day.</summary>
    public string? Freq { get; set; }

    /// <summary>Every how many weeks or months; 1 when null.</summary>
    public int? Interval { get; set; }

    /// <summary>WEEKLY: days such as MO,TH. MONTHLY: such as 1TU (first Tuesday) or -1FR (last Friday).</summary>
    public string? Byday { get; set; }

    /// <summary>MONTHLY: days of the month, such as 1,15.</summary>
    public string? Bymonthday { get; set; }

    /// <summary>In words.</summary>
    public string? Description { get; set; }

    /// <summary>From; null is the beginning of the day.</summary>
    public TimeOnly? OpensAt { get; set; }

    /// <summary>Until; null is the end of the day.</summary>
    public TimeOnly? ClosesAt { get; set; }

    /// <summary>Web page with the times.</summary>
    public string? ScheduleLink { get; set; }

    /// <summary>How it is attended: in-person, virtual, telephone or home-visit.</summary>
    public string? AttendingType { get; set; }

    /// <summary>What to know besides.</summary>
    public string? Notes { get; set; }
}
