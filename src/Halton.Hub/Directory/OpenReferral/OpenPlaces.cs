using Halton.Hub.Data;
using Halton.Hub.Directory.Finding;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Shows services at their places to everyone, never those of a confidential service, nor a place that only such a service uses.</summary>
public sealed class OpenPlaces(DirectoryAccount account, Postcodes postcodes, TimeProvider clock)
{
    /// <summary>A page of services at their places with what there can be one of.</summary>
    public async Task<HsdsPage<HsdsServiceAtLocation>> List(OpenReferralFilter filter, OpenReferralPaging paging, CancellationToken ct)
    {
        var middle = filter.Postcode is { } postcode ? await postcodes.Find(postcode, ct) ?? throw OpenReferralFaults.PostcodeUnknown() : null;
        return await account.OneMoment(db => Page(db, filter, paging, middle, ct), ct);
    }

    /// <summary>One service at a place, both with everything.</summary>
    public Task<HsdsServiceAtLocation> Get(Guid id, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            var at = await db.Set<ServiceAtLocation>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw OpenReferralFaults.NotFound();
            return await db.Whole([at.ServiceId], ct) is [var service]
                ? HsdsWords.Of(at, (await db.Places([at.LocationId], ct))[at.LocationId], service with { ServiceAtLocations = null })
                : throw OpenReferralFaults.NotFound();
        },
        ct);

    private async Task<HsdsPage<HsdsServiceAtLocation>> Page(HubDb db, OpenReferralFilter filter, OpenReferralPaging paging, PostcodeArea? middle, CancellationToken ct)
    {
        var (total, ids) = await db.Find(OpenReferralQuery.OfPlaces(filter, paging, clock.Today(), middle), ct);
        var found = await db.Set<ServiceAtLocation>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var placeIds = found.Values.Select(a => a.LocationId).Distinct().ToArray();
        var places = await db.Set<Location>().AsNoTracking().Where(l => placeIds.Contains(l.Id)).ToDictionaryAsync(l => l.Id, HsdsWords.Of, ct);
        var services = (await db.Brief([.. found.Values.Select(a => a.ServiceId).Distinct()], ct)).ToDictionary(s => Guid.Parse(s.Id!));
        return HsdsPage<HsdsServiceAtLocation>.Of(paging, total, [.. ids.Select(id => found[id]).Select(a => HsdsWords.Of(a, places[a.LocationId], services[a.ServiceId]))]);
    }
}
