using System.Globalization;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>An entry in short texts, field by field, so that people can compare what is with what would be.</summary>
internal static class EntryWording
{
    private const int Longest = 300;

    /// <summary>The names of what entries refer to.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Names(HubDb db, IReadOnlyList<Service> entries, CancellationToken ct)
    {
        var ids = entries.SelectMany(e => e.Terms.Select(t => t.TaxonomyTermId).Concat(e.ServiceAtLocations.Select(p => p.LocationId)).Append(e.OrganizationId)).Distinct().ToList();
        var names = db.Set<TaxonomyTerm>().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name })
            .Concat(db.Set<Location>().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Name }))
            .Concat(db.Set<Organization>().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }));
        return await names.ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }

    /// <summary>What differs, in the order of the entry's fields.</summary>
    public static IReadOnlyList<PreviewChange> Changes(Service? now, Service said, IReadOnlyDictionary<Guid, string> names)
    {
        var after = Fields(said, names);
        var before = now is null ? [] : Fields(now, names);
        return [.. after.Select((field, i) => (field.Name, Before: now is null ? null : before[i].Text, After: field.Text))
            .Where(f => f.Before != f.After)
            .Select(f => new PreviewChange(f.Name, Short(f.Before), Short(f.After)))];
    }

    private static List<(string Name, string? Text)> Fields(Service s, IReadOnlyDictionary<Guid, string> names)
    {
        var places = s.ServiceAtLocations.ToDictionary(p => p.Id, p => Name(p.LocationId));
        return
        [
            ("organization_id", Name(s.OrganizationId)),
            ("name", s.Name),
            ("alternate_name", s.AlternateName),
            ("description", s.Description),
            ("url", s.Url),
            ("email", s.Email),
            ("fees", s.Fees),
            ("accreditations", s.Accreditations),
            ("minimum_age", Number(s.MinimumAge)),
            ("maximum_age", Number(s.MaximumAge)),
            ("assurer_email", s.AssurerEmail),
            ("alert", s.Alert),
            ("intake", s.Intake),
            ("term_ids", List(s.Terms.Select(t => Name(t.TaxonomyTermId)))),
            ("location_ids", List(places.Values)),
            ("schedules", List(s.Schedules.Select(r => Rule(r, places)))),
            ("service_areas", List(s.ServiceAreas.Select(a => Words(a.Name, a.Extent, a.ExtentType, a.Uri)))),
            ("languages", List(s.Languages.Select(l => l.Name))),
            ("cost_options", List(s.CostOptions.Select(c => Words(c.Option, Money(c.Amount), c.AmountDescription, Span(c.ValidFrom, c.ValidTo))))),
            ("funding", List(s.Funding.Select(f => f.Source))),
            ("contacts", List(s.Contacts.Select(c => Words([c.Title, .. c.Phones.Select(p => p.Number)])))),
        ];

        string Name(Guid id) => names.GetValueOrDefault(id, id.ToString());
    }

    private static string Rule(Schedule s, IReadOnlyDictionary<Guid, string> places) => Words(
        s.Freq,
        s.Interval is > 1 and var every ? $"every {every}" : null,
        s.Byday,
        s.Bymonthday,
        s.Dtstart is { } first ? $"from {Day(first)}" : null,
        s.OpensAt is null && s.ClosesAt is null ? null : $"{Time(s.OpensAt)}-{Time(s.ClosesAt)}",
        s.ServiceAtLocationId is { } place ? $"at {places.GetValueOrDefault(place)}" : null,
        s.AttendingType,
        Span(s.ValidFrom, s.ValidTo),
        s.Description,
        s.ScheduleLink,
        s.Notes);

    private static string Words(params IEnumerable<string?> words) => string.Join(' ', words.Where(w => !string.IsNullOrEmpty(w)));

    private static string? List(IEnumerable<string> items) => string.Join("; ", items.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : null;

    private static string? Span(DateOnly? from, DateOnly? to) => from is null && to is null ? null : $"valid {(from is { } a ? Day(a) : "")} to {(to is { } b ? Day(b) : "")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Money(decimal? amount) => amount?.ToString("£0.00", CultureInfo.InvariantCulture);

    private static string? Short(string? text) => text is { Length: > Longest } ? string.Concat(text.AsSpan(0, Longest - 1), "…") : text;
}
