using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Shows services to everyone, those of every status, but never a confidential one: that is answered like one that does not exist.</summary>
public sealed class OpenServices(DirectoryAccount account, TimeProvider clock)
{
    /// <summary>A page of services with what there can be one of.</summary>
    public Task<HsdsPage<HsdsService>> List(OpenReferralFilter filter, OpenReferralPaging paging, CancellationToken ct) => account.OneMoment(
        async db =>
        {
            var (total, ids) = await db.Find(OpenReferralQuery.OfServices(filter, paging, clock.Today()), ct);
            return HsdsPage<HsdsService>.Of(paging, total, await db.Brief(ids, ct));
        },
        ct);

    /// <summary>One service with everything.</summary>
    public Task<HsdsService> Get(Guid id, CancellationToken ct) => account.OneMoment(
        async db => (await db.Whole([id], ct)) is [var service] ? service : throw OpenReferralFaults.NotFound(),
        ct);
}
