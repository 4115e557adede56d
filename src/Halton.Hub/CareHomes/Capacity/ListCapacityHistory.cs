using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Lists the returns of one home, what was true last first: the numbers as they were, with their moment. Care homes see their own. Faults:
/// CARE_HOME_NOT_FOUND, NOT_YOURS, PAGE_TOKEN_INVALID and those of the fields.
/// </summary>
public sealed class ListCapacityHistory(IDbContextFactory<HubDb> databases, CodeSystems codes, SealedTokens tokens, TimeProvider clock)
{
    private const string Purpose = "capacity-history";

    /// <summary>Answers a page.</summary>
    public async Task<CapacityHistoryPage> Run(Call call, Request request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        var check = new FieldChecks();
        var reference = HomeReference.Check(check, request.CareHome);
        var size = Paging.Size(check, request.PageSize);
        var kind = codes.Check(check, "bed_type", CareHomeCodes.BedType, request.BedType is { Length: > 0 } code ? new Coding("", code) : null, clock.Today(), required: false)?.Code;
        check.Settle();
        await using var db = await databases.CreateDbContextAsync(ct);
        var home = await db.Home(reference, ct);
        if (!CareHomePolicy.SeesAllCapacity(call.Caller) && home.Organization != call.Organization)
        {
            throw CareHomeFaults.NotYours();
        }

        var binding = $"{call.Caller.Partner}\n{home.Id}\n{kind}\n{request.Since:O}";
        var after = Paging.Open<Place>(tokens, Purpose, binding, request.PageToken);
        var found = await Of(db, home.Id, kind, request.Since, after).Take(size + 1).ToListAsync(ct);
        var page = found.Take(size).ToList();
        return new CapacityHistoryPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(CapacityRecord record) => tokens.Seal(Purpose, binding, new Place(record.AsOf, record.Id));
    }

    private static IQueryable<CapacityRecord> Of(HubDb db, Guid home, string? kind, DateTimeOffset? since, Place? after)
    {
        var records = db.Set<CapacityRecord>().AsNoTracking().Where(r => r.HomeId == home);
        records = kind is null ? records : records.Where(r => r.BedType == kind);
        records = since is null ? records : records.Where(r => r.AsOf >= since);
        records = after is null ? records : records.Where(r => r.AsOf < after.AsOf || (r.AsOf == after.AsOf && r.Id < after.Id));
        return records.OrderByDescending(r => r.AsOf).ThenByDescending(r => r.Id);
    }

    /// <summary>The request.</summary>
    /// <param name="CareHome">The hub's id of the home, or CQC location id.</param>
    /// <param name="BedType">Only this kind of bed.</param>
    /// <param name="Since">True at or after this moment.</param>
    /// <param name="PageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="PageToken">From the page before.</param>
    public sealed record Request(string CareHome, string? BedType, DateTimeOffset? Since, int PageSize, string? PageToken);

    private sealed record Place(DateTimeOffset AsOf, long Id);
}
