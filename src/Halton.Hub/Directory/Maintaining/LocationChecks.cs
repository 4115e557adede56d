using System.Text.RegularExpressions;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Reads what a maintainer says about a place into the state that it would have; every wrong field is noted. Faults besides those of
/// texts: LOCATION_TYPE_UNKNOWN, COORDINATES_INCOMPLETE, COORDINATES_INVALID, POSTCODE_INVALID, CODE_UNKNOWN, TOO_MANY, DUPLICATE.
/// </summary>
internal static partial class LocationChecks
{
    /// <summary>Reads an entry.</summary>
    public static Location Check(FieldChecks check, CodeSystems codes, LocationEntry entry, Guid id, DateTimeOffset now)
    {
        var type = check.NeededWords(entry.LocationType, "location_type", 20);
        check.That(type is "" or "physical" or "postal" or "virtual", "location_type", "LOCATION_TYPE_UNKNOWN", "One of physical, postal, virtual.");
        check.That(entry.Latitude is null == entry.Longitude is null, "longitude", "COORDINATES_INCOMPLETE", "Give latitude and longitude, or neither.");
        check.That(entry.Latitude is null or (>= -90 and <= 90), "latitude", "COORDINATES_INVALID", "Degrees north from -90 to 90.");
        check.That(entry.Longitude is null or (>= -180 and <= 180), "longitude", "COORDINATES_INVALID", "Degrees east from -180 to 180.");
        var features = new HashSet<string>();
        foreach (var (feature, path) in check.Each(entry.Accessibility, "accessibility", 20))
        {
            var known = codes.Check(check, path, DirectoryCodes.AccessibilityFeature, new Coding("", feature), LondonTime.Day(now), required: true);
            check.Once(features, known?.Code ?? path, path);
        }

        return new Location
        {
            Id = id,
            OrganizationId = check.Id(entry.OrganizationId, "organization_id"),
            LocationType = type,
            Name = check.NeededWords(entry.Name, "name", 200),
            Description = check.Words(entry.Description, "description", 1000),
            Latitude = entry.Latitude,
            Longitude = entry.Longitude,
            Addresses = type == "virtual" && string.IsNullOrWhiteSpace(entry.Address1) ? [] : [Address(check, entry, type, id, now)],
            Accessibility = [.. features.Select(feature => new Accessibility { Id = Guid.CreateVersion7(now), LocationId = id, Feature = feature })],
        };
    }

    private static Address Address(FieldChecks check, LocationEntry entry, string type, Guid id, DateTimeOffset now)
    {
        var postcode = check.Text(entry.PostalCode, "postal_code", 10).ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal);
        var shaped = check.That(postcode is "" || PostcodeShape().IsMatch(postcode), "postal_code", "POSTCODE_INVALID", "Write a whole postcode such as WA7 2CK.");
        return new Address
        {
            Id = Guid.CreateVersion7(now),
            LocationId = id,
            Address1 = check.NeededWords(entry.Address1, "address_1", 200),
            City = check.NeededWords(entry.City, "city", 100),
            StateProvince = check.NeededWords(entry.StateProvince, "state_province", 100),
            PostalCode = shaped && postcode.Length > 3 ? postcode.Insert(postcode.Length - 3, " ") : postcode,
            Country = "GB",
            AddressType = type is "postal" or "virtual" ? type : "physical",
        };
    }

    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}\z")]
    private static partial Regex PostcodeShape();
}
