using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>
/// Lists what is known of homes' capacity, by name or the nearest first. Stale numbers are not given, and never count as available; care homes
/// see their own. Faults: PAGE_TOKEN_INVALID, POSTCODE_UNKNOWN and those of the fields.
/// </summary>
public sealed class ListCapacity(
    NpgsqlDataSource source, FreshnessPolicies policies, WorkingDays days, CodeSystems codes, NearPoint near, SealedTokens tokens, Watch watch, TimeProvider clock)
{
    private const string Purpose = "capacity";

    /// <summary>Answers a page.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which homes.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<CapacityPage> Run(Call call, CapacityFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(filter);
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        var now = clock.GetUtcNow().Kept();
        var wanted = filter with
        {
            LocalAuthority = check.OptionalText(filter.LocalAuthority, "local_authority", 20),
            BedType = codes.Check(check, "bed_type", CareHomeCodes.BedType, filter.BedType is { Length: > 0 } code ? new Coding("", code) : null, LondonTime.Day(now), required: false)?.Code,
            Freshness = [.. filter.Freshness.Distinct().Order()],
        };
        var point = await near.Check(check, filter.Near, filter.WithinMetres, ct);
        check.Settle();

        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(wanted)}";
        var after = Paging.Open<CapacityQuery.Place>(tokens, Purpose, binding, pageToken);
        var resume = after is null ? await watch.TokenForNow(call, WatchCapacity.FilterOf(wanted.LocalAuthority, wanted.BedType, []), ct) : "";
        var found = await Read(call, wanted, point, after, size + 1, now, ct);
        var places = found.ToDictionary(hit => hit.State.HomeId, hit => new CapacityQuery.Place(hit.Chord is null ? hit.State.Name : null, hit.Chord, hit.State.HomeId));
        var page = found.Take(size).Select(hit => hit.State).ToList();
        return new CapacityPage(page, found.Count > size ? Cursor(page[^1]) : "", resume, Cursor);

        string Cursor(CapacityState state) => tokens.Seal(Purpose, binding, places[state.HomeId]);
    }

    private async Task<List<(CapacityState State, double? Chord)>> Read(
        Call call, CapacityFilter filter, double[]? point, CapacityQuery.Place? after, int limit, DateTimeOffset now, CancellationToken ct)
    {
        var policy = await policies.Now(ct);
        var window = CapacityWindow.Latest(LondonTime.Day(now), policy, days);
        var own = CareHomePolicy.SeesAllCapacity(call.Caller) ? null : call.Organization;
        await using var batch = WalledBatch.For(source.CreateBatch(), call.Organization);
        batch.BatchCommands.Add(CapacityQuery.Of(filter, point, own, after, limit, window, policy, now));
        await using var row = await batch.ExecuteReaderAsync(ct);
        await row.NextResultAsync(ct);
        var found = new List<(CapacityState, double?)>();
        while (await row.ReadAsync(ct))
        {
            found.Add((CapacitySql.Read(row, policy, window, now), await row.IsDBNullAsync(CapacitySql.Width, ct) ? null : row.GetDouble(CapacitySql.Width)));
        }

        return found;
    }
}
