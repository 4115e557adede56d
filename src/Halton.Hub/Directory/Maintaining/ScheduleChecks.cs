using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Rules of opening times. Without freq a rule is for the single day dtstart, or for every day of its validity; WEEKLY names its days or
/// counts from dtstart; MONTHLY names days of the month or of its weeks. Faults: FREQ_UNKNOWN, FREQ_NEEDED, RULE_INCOMPLETE,
/// INTERVAL_INVALID, DTSTART_NEEDED, DTSTART_NOT_ON_BYDAY, BYDAY_INVALID, BYMONTHDAY_INVALID, BYMONTHDAY_NOT_MONTHLY, TIME_INVALID,
/// CLOSES_BEFORE_OPENING, ATTENDING_TYPE_UNKNOWN, LOCATION_NOT_LISTED, and those of texts and days.
/// </summary>
internal static partial class ScheduleChecks
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly HashSet<string> AttendingTypes = ["in-person", "virtual", "telephone", "home-visit"];

    /// <summary>Checks a rule.</summary>
    /// <param name="check">Gathers what is wrong.</param>
    /// <param name="path">Where the rule stands in the request.</param>
    /// <param name="entry">What was said.</param>
    /// <param name="places">The service at its places, one of which the rule may be for.</param>
    /// <param name="id">The rule's identifier.</param>
    /// <param name="serviceId">The service.</param>
    public static Schedule Check(FieldChecks check, string path, ScheduleEntry entry, IReadOnlyList<ServiceAtLocation> places, Guid id, Guid serviceId)
    {
        var (from, to) = check.Validity(entry.ValidFrom, entry.ValidTo, path);
        var dtstart = check.OptionalDay(entry.Dtstart, $"{path}.dtstart");
        Repetition(check, path, entry, dtstart);
        var (opens, closes) = (Time(check, entry.OpensAt, $"{path}.opens_at"), Time(check, entry.ClosesAt, $"{path}.closes_at"));
        check.That(opens is null || closes is null || closes > opens, $"{path}.closes_at", "CLOSES_BEFORE_OPENING", "It closes at or before it opens.");
        check.That(
            string.IsNullOrEmpty(entry.AttendingType) || AttendingTypes.Contains(entry.AttendingType),
            $"{path}.attending_type",
            "ATTENDING_TYPE_UNKNOWN",
            "One of in-person, virtual, telephone, home-visit.");
        return new Schedule
        {
            Id = id,
            ServiceId = serviceId,
            ServiceAtLocationId = Place(check, path, entry.LocationId, places),
            ValidFrom = from,
            ValidTo = to,
            Dtstart = dtstart,
            Freq = Given(entry.Freq),
            Interval = entry.Interval,
            Byday = Given(entry.Byday),
            Bymonthday = Given(entry.Bymonthday),
            Description = check.Words(entry.Description, $"{path}.description", 500),
            OpensAt = opens,
            ClosesAt = closes,
            ScheduleLink = check.Url(entry.ScheduleLink, $"{path}.schedule_link"),
            AttendingType = Given(entry.AttendingType),
            Notes = check.Words(entry.Notes, $"{path}.notes", 500),
        };
    }

    private static void Repetition(FieldChecks check, string path, ScheduleEntry entry, DateOnly? dtstart)
    {
        var (freq, byday, bymonthday) = (Given(entry.Freq), Given(entry.Byday), Given(entry.Bymonthday));
        check.That(freq is null or "WEEKLY" or "MONTHLY", $"{path}.freq", "FREQ_UNKNOWN", "WEEKLY, MONTHLY or nothing.");
        check.That(freq is not null || (byday is null && bymonthday is null && entry.Interval is null), $"{path}.freq", "FREQ_NEEDED", "byday, bymonthday and interval need WEEKLY or MONTHLY.");
        check.That(freq is null || byday is not null || bymonthday is not null || dtstart is not null, $"{path}.byday", "RULE_INCOMPLETE", "Name the days, or the first day (dtstart).");
        check.That(entry.Interval is null or (>= 1 and <= 52), $"{path}.interval", "INTERVAL_INVALID", "From 1 to 52.");
        check.That(entry.Interval is null or <= 1 || dtstart is not null, $"{path}.dtstart", "DTSTART_NEEDED", "An interval of more than 1 is counted from dtstart.");
        check.That(bymonthday is null || freq is null or "MONTHLY", $"{path}.bymonthday", "BYMONTHDAY_NOT_MONTHLY", "Only with MONTHLY.");
        check.That(bymonthday is null || DaysOfMonth().IsMatch(bymonthday), $"{path}.bymonthday", "BYMONTHDAY_INVALID", "Days from 1 to 31 such as 1,15.");
        if (freq == "MONTHLY")
        {
            check.That(byday is null || DaysOfMonthsWeeks().IsMatch(byday), $"{path}.byday", "BYDAY_INVALID", "Such as 1TU (first Tuesday), or -1FR (last Friday); several with commas.");
        }
        else if (byday is not null && check.That(DaysOfWeek().IsMatch(byday), $"{path}.byday", "BYDAY_INVALID", "Days such as MO,TH: MO TU WE TH FR SA SU."))
        {
            check.That(dtstart is not { } first || byday.Split(',').Contains(Days[(int)first.DayOfWeek]), $"{path}.dtstart", "DTSTART_NOT_ON_BYDAY", "The first day is none of the days of byday.");
        }
    }

    private static Guid? Place(FieldChecks check, string path, string? locationId, IReadOnlyList<ServiceAtLocation> places)
    {
        if (string.IsNullOrEmpty(locationId) || check.Reference(locationId, $"{path}.location_id") is not { } id)
        {
            return null;
        }

        var place = places.FirstOrDefault(p => p.LocationId == id);
        check.That(place is not null, $"{path}.location_id", "LOCATION_NOT_LISTED", "This is none of the location_ids of the entry.");
        return place?.Id;
    }

    private static TimeOnly? Time(FieldChecks check, string? value, string field)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return check.That(TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time), field, "TIME_INVALID", "Write a time as HH:MM, from 00:00 to 23:59.")
            ? time
            : null;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"\A(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}\z")]
    private static partial Regex DaysOfWeek();

    [GeneratedRegex(@"\A([1-5]|-1)(MO|TU|WE|TH|FR|SA|SU)(,([1-5]|-1)(MO|TU|WE|TH|FR|SA|SU)){0,9}\z")]
    private static partial Regex DaysOfMonthsWeeks();

    [GeneratedRegex(@"\A([1-9]|[12][0-9]|3[01])(,([1-9]|[12][0-9]|3[01])){0,30}\z")]
    private static partial Regex DaysOfMonth();
}
