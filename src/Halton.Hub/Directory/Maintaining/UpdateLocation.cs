using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.Maintaining;

/// <summary>
/// Says a place's whole entry again; services that are given there move with it. Faults: LOCATION_NOT_FOUND, NOT_YOURS, ETAG_MISMATCH and
/// those of <see cref="LocationChecks"/> and <see cref="LocationReferences"/>.
/// </summary>
public sealed class UpdateLocation(DirectoryAccount account, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<EntryAnswer> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.LocationId, "location_id");
        var etag = check.Text(request.Etag, "etag", 60);
        var said = LocationChecks.Check(check, codes, request.Entry, id, clock.GetUtcNow().Kept());
        check.Settle();
        return account.Saves.Run(call, requestId, request, save => Change(save, call.Organization, said, etag, ct), answer => answer.Id, ct);
    }

    private static async Task<EntryAnswer> Change(Save save, string caller, Location said, string etag, CancellationToken ct)
    {
        var db = save.Db;
        var keeper = await db.Set<Location>().Where(l => l.Id == said.Id)
            .Join(db.Set<Organization>(), l => l.OrganizationId, o => o.Id, (_, o) => o.MaintainedBy).SingleOrDefaultAsync(ct);
        if (keeper != caller)
        {
            throw keeper is null ? DirectoryFaults.LocationNotFound() : DirectoryFaults.NotYours();
        }

        var location = (await db.Set<Location>().FromSql($"select * from directory.location where id = {said.Id} for update").AsTracking().ToListAsync(ct)).Single();
        await db.Entry(location).Collection(l => l.Addresses).LoadAsync(ct);
        await db.Entry(location).Collection(l => l.Accessibility).LoadAsync(ct);
        DirectoryFaults.Demand(etag, LocationEtag.Of(location));
        await LocationReferences.Settle(db, said, caller, ct);
        (location.OrganizationId, location.LocationType, location.Name, location.Description) = (said.OrganizationId, said.LocationType, said.Name, said.Description);
        (location.Latitude, location.Longitude) = (said.Latitude, said.Longitude);
        location.Addresses = said.Addresses;
        location.Accessibility = said.Accessibility.ConvertAll(feature => location.Accessibility.Find(kept => kept.Feature == feature.Feature) ?? feature);

        // Who harvests what has changed gets places inside of their services.
        await db.Set<Service>().Where(s => db.Set<ServiceAtLocation>().Any(at => at.LocationId == said.Id && at.ServiceId == s.Id))
            .ExecuteUpdateAsync(change => change.SetProperty(s => s.LastModified, save.Now), ct);
        return new EntryAnswer(location.Id, LocationEtag.Of(location));
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">The caller's id of the request, a UUID.</param>
    /// <param name="LocationId">The place.</param>
    /// <param name="Entry">The whole entry.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Request(string RequestId, string LocationId, LocationEntry Entry, string Etag);
}
