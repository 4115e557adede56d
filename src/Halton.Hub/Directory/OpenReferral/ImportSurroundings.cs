using Halton.Hub.Data;
using Halton.Hub.Directory.Maintaining;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Saves the organisation and the places that a document's service brings along.</summary>
internal static class ImportSurroundings
{
    /// <summary>Adds what is new and changes what differs. Fault: ETAG_MISMATCH when a place has changed in between.</summary>
    public static async Task Save(HubDb db, ImportPlan plan, CancellationToken ct)
    {
        if (plan.NewOrganization is { } organization)
        {
            db.Add(organization);
        }

        db.AddRange(plan.NewPlaces);
        foreach (var (now, said) in plan.ChangedPlaces)
        {
            var place = (await db.Set<Location>().FromSql($"select * from directory.location where id = {said.Id} for update").AsTracking().ToListAsync(ct)).Single();
            await db.Entry(place).Collection(l => l.Addresses).LoadAsync(ct);
            await db.Entry(place).Collection(l => l.Accessibility).LoadAsync(ct);
            DirectoryFaults.Demand(LocationEtag.Of(now), LocationEtag.Of(place));
            Replace(place, said);
        }
    }

    private static void Replace(Location place, Location said)
    {
        (place.LocationType, place.Name, place.Description) = (said.LocationType, said.Name, said.Description);
        (place.Latitude, place.Longitude) = (said.Latitude, said.Longitude);
        (place.ExternalIdentifier, place.ExternalIdentifierType) = (said.ExternalIdentifier, said.ExternalIdentifierType);
        place.Accessibility = said.Accessibility.ConvertAll(feature => place.Accessibility.Find(kept => kept.Feature == feature.Feature) ?? feature);
        if (said.Addresses is [var address])
        {
            var main = ImportWords.Main(place.Addresses, a => a.AddressType);
            if (main is null)
            {
                place.Addresses.Add(address);
            }
            else
            {
                (main.Address1, main.City, main.StateProvince, main.PostalCode) = (address.Address1, address.City, address.StateProvince, address.PostalCode);
            }
        }
    }
}
