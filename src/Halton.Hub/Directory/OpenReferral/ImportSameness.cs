using System.Globalization;
using System.Text.Json;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Whether two states of an entry say the same, whatever identifiers their parts have and in whichever order these come.</summary>
internal static class ImportSameness
{
    /// <summary>Whether two states of a service say the same. The day of assurance counts only where the document gives one.</summary>
    public static bool Same(Service one, Service other, bool assured) => Content(one, assured) == Content(other, assured);

    /// <summary>Whether two states of a place say the same, of the address that people come to.</summary>
    public static bool Same(Location one, Location other) => Content(one) == Content(other);

    /// <summary>Whether two states of an organisation say the same.</summary>
    public static bool Same(Organization one, Organization other) =>
        (one.Name, one.Description, one.Email, one.Website, one.Logo, one.Uri) == (other.Name, other.Description, other.Email, other.Website, other.Logo, other.Uri);

    private static string Content(Service s, bool assured)
    {
        var places = s.ServiceAtLocations.ToDictionary(p => p.Id, p => p.LocationId);
        return Text(
            s.OrganizationId, s.Name, s.AlternateName, s.Description, s.Url, s.Email, s.Status, s.Fees, s.Accreditations, s.MinimumAge, s.MaximumAge, assured ? s.AssuredDate : null, s.AssurerEmail, s.Alert,
            Sorted(s.Terms.Select(t => Text(t.TaxonomyTermId))),
            Sorted(s.ServiceAtLocations.Select(p => Text(p.LocationId, p.Description))),
            Sorted(s.Schedules.Select(r => Text(
                r.ServiceAtLocationId is { } at ? places[at] : null, r.ValidFrom, r.ValidTo, r.Dtstart, r.Freq, r.Interval, r.Byday, r.Bymonthday, r.Description, r.OpensAt, r.ClosesAt, r.ScheduleLink, r.AttendingType, r.Notes))),
            Sorted(s.ServiceAreas.Select(a => Text(a.Name, a.Extent, a.ExtentType, a.Uri))),
            Sorted(s.Languages.Select(l => l.Code)),
            Sorted(s.Funding.Select(f => f.Source)),
            Sorted(s.CostOptions.Select(c => Text(c.ValidFrom, c.ValidTo, c.Option, c.Amount?.ToString("0.00", CultureInfo.InvariantCulture), c.AmountDescription))),
            Sorted(s.Contacts.Select(c => Text(c.Title, Sorted(c.Phones.Select(p => Text(p.Number, p.Description)))))));
    }

    private static string Content(Location l)
    {
        var address = ImportWords.Main(l.Addresses, a => a.AddressType);
        return Text(
            l.LocationType, l.Name, l.Description, l.Latitude, l.Longitude, l.ExternalIdentifier, l.ExternalIdentifierType,
            address?.Address1, address?.City, address?.StateProvince, address?.PostalCode, Sorted(l.Accessibility.Select(a => a.Feature)));
    }

    private static string Text(params object?[] values) => JsonSerializer.Serialize(values);

    private static string Sorted(IEnumerable<string> items) => Text([.. items.Order(StringComparer.Ordinal)]);
}
