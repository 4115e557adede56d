using Halton.Hub.Data;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Finds the places of a document's service: those that the caller keeps change with the document, those that nobody knows are taken up.</summary>
internal sealed class ImportPlaces(ImportKnown known, CodeSystems codes, ImportNotes notes, string caller, DateTimeOffset now)
{
    /// <summary>Places that are new.</summary>
    public List<Location> New { get; } = [];

    /// <summary>Places that change: as they are, and as they would be.</summary>
    public List<(Location Now, Location Said)> Changed { get; } = [];

    /// <summary>The service at its places: the id to keep, the place, and what is particular there.</summary>
    public List<(Guid Id, string? GivenId, Guid Place, string? Description)> Of(HsdsService hsds, Service? current, Organization? organization)
    {
        var at = new List<(Guid, string?, Guid, string?)>();
        foreach (var (given, path) in ImportWords.Each(hsds.ServiceAtLocations, "service_at_locations"))
        {
            var field = given.Location is null ? $"{path}.location_id" : $"{path}.location.id";
            var text = given.Location?.Id ?? given.LocationId;
            var place = notes.Check.Id(text, field);
            if (Guid.TryParseExact(text, "D", out _))
            {
                if (organization is not null)
                {
                    Place(given.Location, place, organization, current?.ServiceAtLocations.Exists(a => a.LocationId == place) == true, path, field);
                }

                notes.Stands($"location_ids[{at.Count}]", field);
                at.Add((AtPlace(given, hsds.Id, place), given.Id, place, notes.Check.Words(ImportWords.Line(given.Description), $"{path}.description", 1000)));
            }
        }

        return at;
    }

    /// <summary>Rules of opening that are for one of the places say so.</summary>
    public static IReadOnlyList<ScheduleEntry> Scoped(
        IReadOnlyList<ScheduleEntry> schedules, HsdsService hsds, List<(Guid Id, string? GivenId, Guid Place, string? Description)> at, ImportNotes notes)
    {
        var given = ImportWords.Each(hsds.Schedules, "schedules").ToList();
        return [.. schedules.Select((schedule, i) =>
        {
            if (ImportWords.Line(given[i].Item.ServiceAtLocationId) is not { } id)
            {
                return schedule;
            }

            var place = at.FindIndex(a => a.GivenId == id);
            notes.Check.That(place >= 0, $"{given[i].Path}.service_at_location_id", "LOCATION_NOT_LISTED", "This is none of the service_at_locations of the service.");
            return schedule with { LocationId = place >= 0 ? at[place].Place.ToString() : null };
        })];
    }

    /// <summary>Gives the service at its places the ids and words of the document.</summary>
    public static Service Kept(Service said, List<(Guid Id, string? GivenId, Guid Place, string? Description)> at)
    {
        foreach (var (checkedId, placeId) in said.ServiceAtLocations.Select(a => (a.Id, a.LocationId)).ToList())
        {
            var kept = at.First(a => a.Place == placeId);
            var index = said.ServiceAtLocations.FindIndex(a => a.Id == checkedId);
            said.ServiceAtLocations[index] = new ServiceAtLocation { Id = kept.Id, ServiceId = said.Id, LocationId = placeId, Description = kept.Description };
            said.Schedules.FindAll(s => s.ServiceAtLocationId == checkedId).ForEach(s => s.ServiceAtLocationId = kept.Id);
        }

        return said;
    }

    private void Place(HsdsLocation? given, Guid id, Organization organization, bool there, string path, string field)
    {
        var existing = known.Places.GetValueOrDefault(id);
        if (existing is not null && known.Organizations[existing.OrganizationId].MaintainedBy != caller)
        {
            // Where the service is given at another's place already, it may stay.
            notes.Check.That(there, field, "NOT_YOURS", "Another organisation keeps this place.");
            return;
        }

        if (given is null)
        {
            notes.Check.That(existing is not null, field, "LOCATION_UNKNOWN", "There is no such place; describe it, and it is taken up.");
            return;
        }

        // As lists show it: what there can be many of is left out, not gone.
        if (existing is not null && given is { Addresses: null, Accessibility: null })
        {
            var shown = HsdsWords.Of(existing);
            given = given with { Addresses = shown.Addresses, Accessibility = shown.Accessibility };
        }

        var said = Said(given, id, existing?.OrganizationId ?? organization.Id, existing, $"{path}.location.");
        if (existing is null && New.All(p => p.Id != id))
        {
            New.Add(said);
        }
        else if (existing is not null && !ImportSameness.Same(existing, said))
        {
            Changed.Add((existing, said));
        }
    }

    private Location Said(HsdsLocation given, Guid id, Guid organization, Location? existing, string path)
    {
        var check = new FieldChecks();
        var entry = ImportWords.Of(given, organization);
        var features = entry.Accessibility.Where(f => codes.TryFind(DirectoryCodes.AccessibilityFeature, f, LondonTime.Day(now), out _)).Distinct().ToList();
        if (features.Count < entry.Accessibility.Count)
        {
            notes.Warn($"{path}accessibility", "FEATURE_LEFT_OUT", "The hub keeps features by code, such as step_free; others were left out.");
        }

        if (existing is null && given.Addresses?.Count > 1)
        {
            notes.Warn($"{path}addresses", "ADDRESS_LEFT_OUT", "The hub keeps the address that people come to; others were left out.");
        }

        var said = LocationChecks.Check(check, codes, entry with { Accessibility = features }, id, now);
        said.ExternalIdentifier = check.Words(ImportWords.Line(given.ExternalIdentifier), "external_identifier", 100);
        said.ExternalIdentifierType = check.Words(ImportWords.Line(given.ExternalIdentifierType), "external_identifier_type", 100);
        if (said is { Latitude: null, LocationType: not "virtual", Addresses: [var address] } && check.Faults.Count == 0)
        {
            var before = ImportWords.Main(existing?.Addresses, a => a.AddressType)?.PostalCode == address.PostalCode;
            var area = known.Middle(address.PostalCode);
            (said.Latitude, said.Longitude) = before ? (existing!.Latitude, existing.Longitude) : (area?.Latitude, area?.Longitude);
            check.That(before || area is not null, "postal_code", "POSTCODE_UNKNOWN", "The hub does not know this postcode. Give latitude and longitude too.");
        }

        notes.Take(path, check);
        return said;
    }

    private Guid AtPlace(HsdsServiceAtLocation given, string? service, Guid place)
    {
        var free = Guid.TryParseExact(given.Id, "D", out var id)
            && (!known.AtPlaces.TryGetValue(id, out var taken) || (taken.Place == place && Guid.TryParseExact(service, "D", out var owner) && taken.Service == owner));
        return free ? id : Guid.CreateVersion7(now);
    }
}
