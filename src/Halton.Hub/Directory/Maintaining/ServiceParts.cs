using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>The parts of a service's entry, loaded and replaced as a whole.</summary>
internal static class ServiceParts
{
    /// <summary>Loads an entry with all its parts; a service that the context tracks already is filled up.</summary>
    public static Task<Service?> Load(HubDb db, Guid id, CancellationToken ct) => db.Set<Service>().AsTracking().AsSplitQuery()
        .Include(s => s.Schedules)
        .Include(s => s.ServiceAreas)
        .Include(s => s.ServiceAtLocations)
        .Include(s => s.Languages)
        .Include(s => s.Funding)
        .Include(s => s.CostOptions)
        .Include(s => s.Contacts).ThenInclude(c => c.Phones)
        .Include(s => s.Terms)
        .SingleOrDefaultAsync(s => s.Id == id, ct);

    /// <summary>Puts what was said in the place of what was there. Places and terms that stay keep their identifiers.</summary>
    public static void Replace(Service entry, Service said)
    {
        (entry.OrganizationId, entry.Name, entry.AlternateName, entry.Description) = (said.OrganizationId, said.Name, said.AlternateName, said.Description);
        (entry.Url, entry.Email, entry.Fees, entry.Accreditations) = (said.Url, said.Email, said.Fees, said.Accreditations);
        (entry.MinimumAge, entry.MaximumAge, entry.Alert, entry.Intake) = (said.MinimumAge, said.MaximumAge, said.Alert, said.Intake);
        (entry.AssuredDate, entry.AssurerEmail) = (said.AssuredDate, said.AssurerEmail);
        var places = said.ServiceAtLocations.ConvertAll(place => entry.ServiceAtLocations.Find(kept => kept.LocationId == place.LocationId) ?? place);
        foreach (var schedule in said.Schedules)
        {
            var place = said.ServiceAtLocations.FindIndex(p => p.Id == schedule.ServiceAtLocationId);
            schedule.ServiceAtLocationId = place >= 0 ? places[place].Id : schedule.ServiceAtLocationId;
        }

        entry.ServiceAtLocations = places;
        entry.Terms = said.Terms.ConvertAll(term => entry.Terms.Find(kept => kept.TaxonomyTermId == term.TaxonomyTermId) ?? term);
        (entry.Schedules, entry.ServiceAreas, entry.Languages) = (said.Schedules, said.ServiceAreas, said.Languages);
        (entry.Funding, entry.CostOptions, entry.Contacts) = (said.Funding, said.CostOptions, said.Contacts);
    }
}
