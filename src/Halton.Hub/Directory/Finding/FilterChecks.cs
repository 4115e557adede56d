using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Finding;

/// <summary>Checks a filter and turns it into the types of the database; every wrong field is named at once.</summary>
public sealed class FilterChecks(Postcodes postcodes, TimeProvider clock)
{
    private const int FarthestMetres = 100_000;
    private const int UsualMetres = 10_000;
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>Checks it.</summary>
    internal async Task<CheckedFilter> Run(Call call, ServiceFilter filter, CancellationToken ct)
    {
        var check = new FieldChecks();
        var now = LondonTime.Clock(clock.GetUtcNow());
        var words = check.OptionalText(filter.Words, "words", 200);
        check.That(filter.Age is null or (>= 0 and <= 130), "age", "OUT_OF_RANGE", "From 0 to 130 years.");
        check.That(filter.MaximumCost is null or (>= 0 and <= 100_000), "maximum_cost", "OUT_OF_RANGE", "From 0 to 100,000 pounds.");
        check.That(filter.TermIds.Count <= 10, "term_ids", "TOO_MANY", "At most 10.");
        check.That(filter.Accessibility.Count <= 10, "accessibility", "TOO_MANY", "At most 10.");
        var (latitude, longitude) = await Point(check, filter.Near, ct);
        check.That(filter.Near?.WithinMetres is null or (>= 1 and <= FarthestMetres), "near.within_metres", "OUT_OF_RANGE", "From 1 to 100,000 metres.");
        check.That(filter.Order != ServiceOrder.Distance || filter.Near is not null, "order", "NEEDS_NEAR", "An order by distance needs near.");
        var (days, from, until) = When(check, filter, now);
        var result = new CheckedFilter
        {
            Order = filter.Order ?? (words is not null ? ServiceOrder.Relevance : filter.Near is not null ? ServiceOrder.Distance : ServiceOrder.Name),
            Today = DateOnly.FromDateTime(now),
            Words = words,
            TermIds = [.. filter.TermIds.Take(10).Select((id, i) => check.Id(id, $"term_ids[{i}]"))],
            Age = filter.Age,
            MaximumCost = filter.Free ? 0 : filter.MaximumCost,
            Days = days,
            From = from,
            Until = until,
            Latitude = latitude,
            Longitude = longitude,
            WithinMetres = filter.Near?.WithinMetres ?? UsualMetres,
            Language = check.OptionalText(filter.Language, "language", 35),
            Accessibility = [.. filter.Accessibility.Take(10).Select((feature, i) => check.Text(feature, $"accessibility[{i}]", 40))],
            OrganizationId = filter.OrganizationId is null ? null : check.Id(filter.OrganizationId, "organization_id"),
            MaintainedBy = filter.Mine ? call.Organization : null,
            Accepting = filter.Accepting,
            IncludeClosed = filter.IncludeClosed,
        };
        check.Settle();
        return result;
    }

    private async Task<(double? Latitude, double? Longitude)> Point(FieldChecks check, Near? near, CancellationToken ct)
    {
        if (near is null)
        {
            return (null, null);
        }

        var point = near.Latitude is not null && near.Longitude is not null;
        var asked = check.That(point == (near.Latitude is not null || near.Longitude is not null) && point != near.Postcode is not null, "near", "POINT_REQUIRED", "A postcode, or a latitude and a longitude.");
        if (!asked)
        {
            return (null, null);
        }

        if (point)
        {
            check.That(near.Latitude is >= -90 and <= 90, "near.latitude", "OUT_OF_RANGE", "From -90 to 90 degrees.");
            check.That(near.Longitude is >= -180 and <= 180, "near.longitude", "OUT_OF_RANGE", "From -180 to 180 degrees.");
            return (near.Latitude, near.Longitude);
        }

        var area = near.Postcode is { Length: >= 2 and <= 10 } ? await postcodes.Find(near.Postcode, ct) : null;
        check.That(area is not null, "near.postcode", "POSTCODE_UNKNOWN", "The hub does not know where this is. Give a postcode, or its first half such as WA7.");
        return (area?.Latitude, area?.Longitude);
    }

    private static (IReadOnlyList<DateOnly> Days, TimeOnly From, TimeOnly Until) When(FieldChecks check, ServiceFilter filter, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var from = check.OptionalTime(filter.From, "from") ?? TimeOnly.MinValue;
        var until = check.OptionalTime(filter.Until, "until") ?? TimeOnly.MaxValue;
        check.That(from < until, "until", "BEFORE_FROM", "The end of the window is not after its beginning.");
        if (filter.OpenNow)
        {
            check.That(filter is { Date: null, Weekday: null, From: null, Until: null }, "open_now", "EXCLUDES_DAY", "Ask for what is open now, or for a day and time, not for both.");
            return ([today], TimeOnly.FromDateTime(now), TimeOnly.FromDateTime(now).Add(TimeSpan.FromTicks(10)));
        }

        check.That(filter.Date is null || filter.Weekday is null, "weekday", "EXCLUDES_DATE", "A day of the week or a date, not both.");
        if (filter.Weekday is { } weekday)
        {
            var number = Array.IndexOf(Weekdays, weekday);
            check.That(number >= 0, "weekday", "CODE_UNKNOWN", "One of MO, TU, WE, TH, FR, SA, SU.");
            var next = today.AddDays((number + 8 - (int)today.DayOfWeek) % 7);
            return ([next, next.AddDays(7), next.AddDays(14), next.AddDays(21)], from, until);
        }

        var date = check.OptionalDay(filter.Date, "date");
        return date is null && (filter.From ?? filter.Until) is null ? ([], from, until) : ([date ?? today], from, until);
    }
}
