using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>Lists sanctions on homes, newest first. Faults: CARE_HOME_NOT_FOUND, PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID.</summary>
public sealed class ListSanctions(IDbContextFactory<HubDb> databases, SealedTokens tokens)
{
    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="careHome">The hub's id of a home, or CQC location id; null for all.</param>
    /// <param name="includeLifted">Whether those that were lifted are wanted too.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<SanctionPage> Run(Call call, string? careHome, bool includeLifted, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        var reference = string.IsNullOrEmpty(careHome) ? null : HomeReference.Check(check, careHome);
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{reference}\n{includeLifted}";
        var after = Paging.Open<Place>(tokens, "sanctions", binding, pageToken);
        await using var db = await databases.CreateDbContextAsync(ct);
        Guid? home = reference is null ? null : (await db.Home(reference, ct)).Id;
        var found = await Chosen(db.Set<Sanction>().AsNoTracking(), home, includeLifted, after).Take(size + 1)
            .Join(db.Set<CareHome>(), s => s.HomeId, h => h.Id, (s, h) => new { Sanction = s, h.LocationId })
            .OrderByDescending(r => r.Sanction.RecordedAt).ThenByDescending(r => r.Sanction.Id).ToListAsync(ct);
        var moments = found.ToDictionary(r => r.Sanction.Id, r => r.Sanction.RecordedAt);
        var page = found.Take(size).Select(r => SanctionState.Of(r.Sanction, r.LocationId)).ToList();
        return new SanctionPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(SanctionState state) => tokens.Seal("sanctions", binding, new Place(moments[state.Id], state.Id));
    }

    private static IQueryable<Sanction> Chosen(IQueryable<Sanction> all, Guid? home, bool includeLifted, Place? after)
    {
        all = home is null ? all : all.Where(s => s.HomeId == home);
        all = includeLifted ? all : all.Where(s => s.LiftedOn == null);
        all = after is null ? all : all.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.RecordedAt, s.Id), ValueTuple.Create(after.RecordedAt, after.Id)));
        return all.OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset RecordedAt, Guid Id);
}
