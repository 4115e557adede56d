namespace Halton.Hub.Directory.OpenReferral;

/// <summary>When a service can be had: one rule of repetition, RFC 5545. Times are local, Europe/London.</summary>
public sealed record HsdsSchedule
{
    /// <summary>UUID.</summary>
    public string? Id { get; init; }

    /// <summary>The service at a place that the rule is for, a UUID; none when it is for all.</summary>
    public string? ServiceAtLocationId { get; init; }

    /// <summary>First day of the rule, YYYY-MM-DD.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day of the rule, YYYY-MM-DD.</summary>
    public string? ValidTo { get; init; }

    /// <summary>First occurrence, YYYY-MM-DD.</summary>
    public string? Dtstart { get; init; }

    /// <summary>WEEKLY or MONTHLY.</summary>
    public string? Freq { get; init; }

    /// <summary>Every how many weeks or months.</summary>
    public decimal? Interval { get; init; }

    /// <summary>Days such as MO,TH, or 1TU in a month.</summary>
    public string? Byday { get; init; }

    /// <summary>Days of the month.</summary>
    public string? Bymonthday { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }

    /// <summary>From, HH:MM.</summary>
    public string? OpensAt { get; init; }

    /// <summary>Until, HH:MM.</summary>
    public string? ClosesAt { get; init; }

    /// <summary>Web page with the times.</summary>
    public string? ScheduleLink { get; init; }

    /// <summary>How it is attended.</summary>
    public string? AttendingType { get; init; }

    /// <summary>What to know besides.</summary>
    public string? Notes { get; init; }
}
