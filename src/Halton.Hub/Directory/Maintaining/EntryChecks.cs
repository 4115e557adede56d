using System.Text.RegularExpressions;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Reads what a maintainer says about a service into the state that it would have; every wrong field is noted, and whether what it refers
/// to exists is asked elsewhere. Faults besides those of texts, days and opening times: AGE_INVALID, AGES_REVERSED, CODE_UNKNOWN,
/// LANGUAGE_INVALID, LANGUAGE_UNKNOWN, AMOUNT_INVALID, NAMES_A_PERSON, TOO_MANY, DUPLICATE.
/// </summary>
internal static partial class EntryChecks
{
    /// <summary>Reads an entry.</summary>
    /// <param name="check">Gathers what is wrong.</param>
    /// <param name="codes">Knows the languages.</param>
    /// <param name="entry">What was said.</param>
    /// <param name="id">The service.</param>
    /// <param name="maintainer">Code of the organisation that says it.</param>
    /// <param name="confidential">Whether the service is kept out of the open feed.</param>
    /// <param name="now">The moment; its day is the day of assurance, since the maintainer has just said all of it.</param>
    public static Service Check(FieldChecks check, CodeSystems codes, ServiceEntry entry, Guid id, string maintainer, bool confidential, DateTimeOffset now)
    {
        Ages(check, entry);
        var intake = string.IsNullOrEmpty(entry.Intake) ? ServiceIntake.Open : entry.Intake;
        check.That(ServiceIntake.All.Contains(intake), "intake", "CODE_UNKNOWN", "One of open, waiting_list, full.");
        var places = Distinct(check, entry.LocationIds, "location_ids").Select(location => new ServiceAtLocation { Id = Fresh(), ServiceId = id, LocationId = location }).ToList();
        return new Service
        {
            Id = id,
            OrganizationId = check.Id(entry.OrganizationId, "organization_id"),
            MaintainedBy = maintainer,
            Name = check.NeededWords(entry.Name, "name", 200),
            AlternateName = check.Words(entry.AlternateName, "alternate_name", 200),
            Description = check.Words(entry.Description, "description", 4000, lines: true),
            Url = check.Url(entry.Url, "url"),
            Email = check.Email(entry.Email, "email"),
            Status = ServiceStatus.Active,
            Fees = check.Words(entry.Fees, "fees", 1000, lines: true),
            Accreditations = check.Words(entry.Accreditations, "accreditations", 1000, lines: true),
            MinimumAge = entry.MinimumAge,
            MaximumAge = entry.MaximumAge,
            AssuredDate = LondonTime.Day(now),
            AssurerEmail = check.Email(entry.AssurerEmail, "assurer_email"),
            Alert = check.Words(entry.Alert, "alert", 1000, lines: true),
            LastModified = now,
            Confidential = confidential,
            Intake = intake,
            ServiceAtLocations = places,
            Terms = [.. Distinct(check, entry.TermIds, "term_ids").Select(term => new ServiceTerm { Id = Fresh(), ServiceId = id, TaxonomyTermId = term, LinkType = "service" })],
            Schedules = [.. check.Each(entry.Schedules, "schedules", 50).Select(s => ScheduleChecks.Check(check, s.Path, s.Item, places, Fresh(), id))],
            ServiceAreas = [.. check.Each(entry.ServiceAreas, "service_areas", 30).Select(a => Area(check, a.Path, a.Item))],
            Languages = [.. Languages(check, codes, entry.Languages, LondonTime.Day(now))],
            Funding = [.. check.Each(entry.Funding, "funding", 30).Select(f => new Funding { Id = Fresh(), ServiceId = id, Source = check.NeededWords(f.Item, f.Path, 500) })],
            CostOptions = [.. check.Each(entry.CostOptions, "cost_options", 30).Select(c => Cost(check, c.Path, c.Item))],
            Contacts = [.. check.Each(entry.Contacts, "contacts", 10).Select(c => Desk(check, c.Path, c.Item))],
        };

        Guid Fresh() => Guid.CreateVersion7(now);

        ServiceArea Area(FieldChecks check, string path, ServiceAreaEntry area) => new()
        {
            Id = Fresh(),
            ServiceId = id,
            Name = check.Words(area.Name, $"{path}.name", 200),
            // A shape in digits is no free text.
            Extent = check.OptionalText(area.Extent, $"{path}.extent", 2000),
            ExtentType = check.Words(area.ExtentType, $"{path}.extent_type", 50),
            Uri = check.Url(area.Uri, $"{path}.uri"),
        };

        IEnumerable<Language> Languages(FieldChecks check, CodeSystems codes, IReadOnlyList<string> tags, DateOnly day)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (tag, path) in check.Each(tags, "languages", 30))
            {
                var shaped = check.That(LanguageTag().IsMatch(tag), path, "LANGUAGE_INVALID", "Write a BCP 47 tag such as pl, bfi or zh-Hant.");
                if (shaped && check.Once(seen, tag, path))
                {
                    var name = LanguageName(codes, tag, day);
                    check.That(name is not null, path, "LANGUAGE_UNKNOWN", "The hub does not know this language.");
                    yield return new Language { Id = Fresh(), ServiceId = id, Code = tag, Name = name ?? tag };
                }
            }
        }

        CostOption Cost(FieldChecks check, string path, CostOptionEntry cost)
        {
            var (from, to) = check.Validity(cost.ValidFrom, cost.ValidTo, path);
            check.That(
                cost.Amount is not { } amount || (amount is >= 0 and <= 100_000 && decimal.Round(amount, 2) == amount),
                $"{path}.amount",
                "AMOUNT_INVALID",
                "Pounds from 0 to 100,000, with at most two decimals.");
            return new CostOption
            {
                Id = Fresh(),
                ServiceId = id,
                ValidFrom = from,
                ValidTo = to,
                Option = check.Words(cost.Option, $"{path}.option", 200),
                Amount = cost.Amount,
                AmountDescription = check.Words(cost.AmountDescription, $"{path}.amount_description", 200),
            };
        }

        Contact Desk(FieldChecks check, string path, ContactEntry contact)
        {
            var desk = new Contact { Id = Fresh(), ServiceId = id, Title = check.NeededWords(contact.Title, $"{path}.title", 100) };
            check.That(!PersonalTitle().IsMatch(desk.Title), $"{path}.title", "NAMES_A_PERSON", "Name the role or desk, never a person.");
            desk.Phones = [.. check.Each(contact.Phones, $"{path}.phones", 5).Select(p => new Phone { Id = Fresh(), ContactId = desk.Id, Number = check.Phone(p.Item, p.Path) })];
            return desk;
        }
    }

    private static void Ages(FieldChecks check, ServiceEntry entry)
    {
        check.That(entry.MinimumAge is null or (>= 0 and <= 130), "minimum_age", "AGE_INVALID", "From 0 to 130 years.");
        check.That(entry.MaximumAge is null or (>= 0 and <= 130), "maximum_age", "AGE_INVALID", "From 0 to 130 years.");
        check.That(entry.MinimumAge is null || entry.MaximumAge is null || entry.MinimumAge <= entry.MaximumAge, "maximum_age", "AGES_REVERSED", "The oldest age is below the youngest.");
    }

    private static List<Guid> Distinct(FieldChecks check, IReadOnlyList<string> given, string field)
    {
        var seen = new HashSet<Guid>();
        return [.. check.Each(given, field, 30).Select(i => (Id: check.Reference(i.Item, i.Path), i.Path)).Where(i => i.Id is { } id && check.Once(seen, id, i.Path)).Select(i => i.Id!.Value)];
    }

    /// <summary>The whole tag's name, or that of its language with what else the tag says.</summary>
    private static string? LanguageName(CodeSystems codes, string tag, DateOnly day)
    {
        if (codes.TryFind(DirectoryCodes.Language, tag, day, out var whole))
        {
            return whole.Display;
        }

        var parts = tag.Split('-', 2);
        return parts.Length == 2 && codes.TryFind(DirectoryCodes.Language, parts[0], day, out var language) ? $"{language.Display} ({parts[1]})" : null;
    }

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\z")]
    private static partial Regex LanguageTag();

    // MS in capitals is an illness, and its society has desks.
    [GeneratedRegex(@"\A((?i:mrs?|miss|mx|dr|rev|revd|reverend)|Ms|ms)(\.|\s|\z)")]
    private static partial Regex PersonalTitle();
}
