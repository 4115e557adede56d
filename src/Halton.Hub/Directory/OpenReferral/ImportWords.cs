using System.Text.RegularExpressions;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// Says a service of HSDS-UK in the words in which maintainers say it. What the hub does not keep is left out with a warning: names of people,
/// languages without a code, zones of times. Items keep their places in their lists, so that a fault's path fits the document.
/// </summary>
internal static partial class ImportWords
{
    private static readonly HashSet<string> AttendingTypes = ["in-person", "virtual", "telephone", "home-visit"];

    /// <summary>A service's entry; organisation, terms and places are added by who knows them.</summary>
    /// <param name="hsds">The service.</param>
    /// <param name="notes">Gathers what is wrong and what is left out.</param>
    public static ServiceEntry Of(HsdsService hsds, ImportNotes notes) => new()
    {
        Name = Line(hsds.Name),
        AlternateName = Line(hsds.AlternateName),
        Description = Lines(hsds.Description),
        Url = Line(hsds.Url),
        Email = Line(hsds.Email),
        Fees = Lines(hsds.Fees),
        Accreditations = Lines(hsds.Accreditations),
        MinimumAge = Whole(notes.Check, hsds.MinimumAge, "minimum_age"),
        MaximumAge = Whole(notes.Check, hsds.MaximumAge, "maximum_age"),
        AssurerEmail = Line(hsds.AssurerEmail),
        Alert = Lines(hsds.Alert),
        Schedules = [.. Each(hsds.Schedules, "schedules").Select(s => Of(s.Item, s.Path, notes))],
        ServiceAreas = [.. Each(hsds.ServiceAreas, "service_areas").Select(a => new ServiceAreaEntry { Name = Line(a.Item.Name), Extent = Line(a.Item.Extent), ExtentType = Line(a.Item.ExtentType), Uri = Line(a.Item.Uri) })],
        Languages = Languages(hsds, notes),
        Funding = [.. Each(hsds.Funding, "funding").Select(f => Line(f.Item.Source) ?? "")],
        CostOptions = [.. Each(hsds.CostOptions, "cost_options").Select(c => Of(c.Item))],
        Contacts = [.. Desks(hsds, notes).Select(d => new ContactEntry { Title = Line(d.Title) ?? "Contact", Phones = [.. d.Phones!.Select(p => Line(p.Number)!)] })],
    };

    /// <summary>The contacts that are kept: those with a role or a number, each with the numbers that are there.</summary>
    public static IReadOnlyList<HsdsContact> Desks(HsdsService hsds, ImportNotes? notes = null)
    {
        var desks = new List<HsdsContact>();
        foreach (var (contact, path) in Each(hsds.Contacts, "contacts"))
        {
            if (Line(contact.Name) is not null)
            {
                notes?.Warn($"{path}.name", "NAME_LEFT_OUT", "The directory names desks and roles, never people; the name was not kept.");
            }

            var phones = Each(contact.Phones, "").Select(p => p.Item).Where(p => Line(p.Number) is not null).ToArray();
            if (Line(contact.Title) is not null || phones.Length > 0)
            {
                notes?.Stands($"contacts[{desks.Count}]", path);
                desks.Add(contact with { Phones = phones });
            }
        }

        return desks;
    }

    /// <summary>A place's entry.</summary>
    public static LocationEntry Of(HsdsLocation hsds, Guid organization)
    {
        var address = Main(hsds.Addresses, a => a.AddressType);
        return new LocationEntry
        {
            OrganizationId = organization.ToString(),
            LocationType = Line(hsds.LocationType),
            Name = Line(hsds.Name) ?? Line(address?.Address1),
            Description = Line(hsds.Description),
            Latitude = hsds.Latitude,
            Longitude = hsds.Longitude,
            Address1 = Line(address?.Address1),
            City = Line(address?.City),
            StateProvince = Line(address?.StateProvince),
            PostalCode = Line(address?.PostalCode),
            Accessibility = [.. Each(hsds.Accessibility, "").Select(a => Line(a.Item.Accessibility)).OfType<string>()],
        };
    }

    /// <summary>An organisation's entry.</summary>
    public static OrganizationEntry Of(HsdsOrganization hsds) => new()
    {
        Name = Line(hsds.Name),
        Description = Lines(hsds.Description),
        Email = Line(hsds.Email),
        Website = Line(hsds.Website),
        Logo = Line(hsds.Logo),
        Uri = Line(hsds.Uri),
    };

    /// <summary>The address that people come to: the first physical one, else the first.</summary>
    public static T? Main<T>(IReadOnlyList<T>? addresses, Func<T, string?> type)
        where T : class => addresses?.FirstOrDefault(a => a is not null && type(a) == "physical") ?? addresses?.FirstOrDefault(a => a is not null);

    /// <summary>A text on one line, or null when there is none: entries are shown on lines, and documents break them.</summary>
    public static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : Breaks().Replace(text, " ").Trim();

    /// <summary>A text that may have several lines, or null when there is none; a tab is a space.</summary>
    public static string? Lines(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace('\t', ' ').Trim();

    /// <summary>A day; of a moment, its day.</summary>
    public static string? Day(string? text) => Line(text) is { } day ? day.Length > 10 && day[10] is 'T' or 't' ? day[..10] : day : null;

    /// <summary>The items that are there, each with its path.</summary>
    public static IEnumerable<(T Item, string Path)> Each<T>(IReadOnlyList<T>? items, string field)
        where T : class => (items ?? []).Select((item, i) => (item, $"{field}[{i}]")).Where(i => i.item is not null);

    private static ScheduleEntry Of(HsdsSchedule hsds, string path, ImportNotes notes)
    {
        var attending = Line(hsds.AttendingType);
        if (attending is not null && !AttendingTypes.Contains(attending))
        {
            notes.Warn($"{path}.attending_type", "ATTENDING_TYPE_LEFT_OUT", "The hub keeps in-person, virtual, telephone and home-visit; this was left out.");
            attending = null;
        }

        return new ScheduleEntry
        {
            ValidFrom = Day(hsds.ValidFrom),
            ValidTo = Day(hsds.ValidTo),
            Dtstart = Day(hsds.Dtstart),
            Freq = Line(hsds.Freq),
            Interval = Whole(notes.Check, hsds.Interval, $"{path}.interval"),
            Byday = Line(hsds.Byday)?.Replace(" ", "", StringComparison.Ordinal),
            Bymonthday = Line(hsds.Bymonthday)?.Replace(" ", "", StringComparison.Ordinal),
            Description = Line(hsds.Description),
            OpensAt = Time(hsds.OpensAt, $"{path}.opens_at", notes),
            ClosesAt = Time(hsds.ClosesAt, $"{path}.closes_at", notes),
            ScheduleLink = Line(hsds.ScheduleLink),
            AttendingType = attending,
            Notes = Line(hsds.Notes),
        };
    }

    private static CostOptionEntry Of(HsdsCostOption hsds) => new()
    {
        ValidFrom = Day(hsds.ValidFrom),
        ValidTo = Day(hsds.ValidTo),
        Option = Line(hsds.Option),
        Amount = hsds.Amount,
        AmountDescription = Line(hsds.AmountDescription),
    };

    private static List<string> Languages(HsdsService hsds, ImportNotes notes)
    {
        var codes = new List<string>();
        foreach (var (language, path) in Each(hsds.Languages, "languages"))
        {
            if (Line(language.Code) is { } code)
            {
                notes.Stands($"languages[{codes.Count}]", $"{path}.code");
                codes.Add(code);
            }
            else
            {
                notes.Warn(path, "LANGUAGE_LEFT_OUT", "A language needs a code, a BCP 47 tag; this one was left out.");
            }
        }

        return codes;
    }

    private static string? Time(string? text, string path, ImportNotes notes)
    {
        if (Line(text) is not { } given || TimeShape().Match(given) is not { Success: true } time)
        {
            return Line(text);
        }

        if (time.Groups[2].Success)
        {
            notes.Warn(path, "ZONE_LEFT_OUT", "Times are local, Europe/London; the zone was left out.");
        }

        return time.Groups[1].Value;
    }

    private static int? Whole(FieldChecks check, decimal? number, string field)
    {
        if (number is null || !check.That(decimal.IsInteger(number.Value) && number is >= -1000 and <= 1000, field, "NOT_A_WHOLE_NUMBER", "A small whole number."))
        {
            return null;
        }

        return (int)number.Value;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"\A([0-9]{2}:[0-9]{2})(?::[0-9]{2})?(Z|[+-][0-9]{2}:?[0-9]{2})?\z")]
    private static partial Regex TimeShape();
}
