using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Placement.Standing;

/// <summary>
/// Lists placements, the one whose review is due first at the top. One that is reviewed while pages are turned moves down the list. Faults:
/// PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID.
/// </summary>
public sealed class ListPlacements(HubReads reads, SealedTokens tokens)
{
    /// <summary>The slice's own row filter, by name for the test that takes it away.</summary>
    internal const string OwnRows = "a.org = $1";

    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which placements.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<PlacementPage> Run(Call call, PlacementFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.OptionalText(filter.CareHome, "care_home", 60);
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "placements", binding, pageToken);
        var found = await reads.Look(call, Query(call.Organization, filter, after, size + 1), PlacementSql.Read, p => p.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new PlacementPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(PlacementState state) => tokens.Seal("placements", binding, new Place(state.ReviewDue, state.Id));
    }

    /// <summary>The query.</summary>
    internal static NpgsqlBatchCommand Query(string organization, PlacementFilter filter, Place? after, int limit)
    {
        var byId = Guid.TryParseExact(filter.CareHome, "D", out var home);
        return new ListQuery()
            .Where(OwnRows.Replace("$1", "{0}", StringComparison.Ordinal), organization)
            .WhereIf(!filter.IncludeEnded && !filter.EndedOnly, "p.ended_on is null")
            .WhereIf(filter.EndedOnly, "p.ended_on is not null")
            .WhereIf(filter.CaseReference is not null, "p.case_reference = {0}", filter.CaseReference)
            .WhereIf(filter.OutOfBoroughOnly, PlacementSql.Outside)
            .WhereIf(byId, "p.home_id = {0}", home)
            .WhereIf(!byId && !string.IsNullOrEmpty(filter.CareHome), "h.location_id = {0}", filter.CareHome?.Trim())
            .WhereIf(filter.ReviewDueBy is not null, "p.review_due <= {0}", filter.ReviewDueBy)
            .Narrow(filter.Narrowed, "p.nhs_number = {0}", "p.started_on", "p.changed_at")
            .WhereIf(after is not null, "(p.review_due, p.id) > ({0}, {1})", after?.ReviewDue, after?.Id)
            .Command($"{PlacementSql.Select} join placement.access a on a.placement_id = p.id", "p.review_due, p.id", limit);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateOnly ReviewDue, Guid Id);
}
