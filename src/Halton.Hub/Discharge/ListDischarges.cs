using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Discharge;

/// <summary>
/// Lists discharges, newest admission first. Pages follow the moment of admission, which never changes, so that what goes on fitting the
/// filter appears on exactly one page however much the data moves in between.
/// </summary>
public sealed class ListDischarges(HubReads reads, SealedTokens tokens, Watch watch)
{
    private const int DefaultPage = 50;
    private const int LargestPage = 200;

    /// <summary>The slice's own row filter, by name for the test that takes it away.</summary>
    internal const string OwnRows = "a.org = $1";

    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which discharges.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="full">Whether the people and the histories are wanted.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<DischargePage> Run(Call call, DischargeFilter filter, int pageSize, string? pageToken, bool full, CancellationToken ct)
    {
        if (pageSize is < 0 or > LargestPage)
        {
            throw Fault.Invalid("page_size", "PAGE_SIZE_INVALID", $"From 1 to {LargestPage}; 0 means {DefaultPage}.");
        }

        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        Place? after = null;
        if (!string.IsNullOrEmpty(pageToken) && !tokens.TryOpen("discharges", binding, pageToken, out after))
        {
            throw Fault.Invalid("page_token", "PAGE_TOKEN_INVALID", "The token was made for another caller or other filters, or was changed. Begin at the first page.");
        }

        var size = pageSize == 0 ? DefaultPage : pageSize;
        var resume = after is null ? await watch.TokenForNow(call, WatchDischarges.FilterOf(filter.Site, filter.Ward), ct) : null;
        var found = await reads.Look(call, Query(call.Organization, filter, after, size + 1, full), row => full ? StatusSql.ReadFull(row, call.Organization) : StatusSql.Read(row), s => s.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new DischargePage(page, found.Count > size ? Cursor(page[^1]) : "", resume ?? "", Cursor);

        string Cursor(DischargeStatus status) => tokens.Seal("discharges", binding, new Place(status.AdmittedAt, status.Id));
    }

    /// <summary>The query.</summary>
    internal static NpgsqlBatchCommand Query(string organization, DischargeFilter filter, Place? after, int limit, bool full = false)
    {
        var states = filter.States;
        return new ListQuery()
            .Where(OwnRows.Replace("$1", "{0}", StringComparison.Ordinal), organization)
            .WhereIf(states.Count == 0 || states.All(s => s <= DischargeState.Planned), "a.open")
            .WhereIf(states.Count > 0 && states.All(s => s > DischargeState.Planned), "not a.open")
            .WhereIf(states.Count > 0, "s.state = any ({0})", states.Select(s => (short)s).ToArray())
            .WhereIf(filter.Site is not null, "s.site = {0}", filter.Site)
            .WhereIf(filter.Ward is not null, "s.ward = {0}", filter.Ward)
            .WhereIf(filter.Pathways.Count > 0, "s.pathway = any ({0})", (object)filter.Pathways.ToArray())
            .WhereIf(filter.ReadyFrom is not null, "s.discharge_ready_date >= {0}", filter.ReadyFrom)
            .WhereIf(filter.ReadyTo is not null, "s.discharge_ready_date <= {0}", filter.ReadyTo)
            .WhereIf(filter.ChangedSince is not null, "s.changed_at >= {0}", filter.ChangedSince)
            .WhereIf(filter.Referred, "s.care_transfer_hub_referred_at is not null")
            .WhereIf(filter.SpellIdentifier is not null, "s.spell_identifier = {0}", filter.SpellIdentifier)
            .Narrow(filter.Narrowed, DischargePolicy.Named("{0}", "$1"), "a.admitted_at", "s.changed_at")
            .WhereIf(after is not null, "a.admitted_at <= {0} and (a.admitted_at, a.stay_id) < ({0}, {1})", after?.AdmittedAt, after?.Id)
            .Command(
                $"select {StatusSql.Columns}{(full ? ", " + StatusSql.DetailColumns : "")} from discharge.access a join discharge.stay s on s.id = a.stay_id",
                "a.admitted_at desc, a.stay_id desc",
                limit);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset AdmittedAt, Guid Id);
}
