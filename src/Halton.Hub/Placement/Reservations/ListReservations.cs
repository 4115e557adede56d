using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Placement.Reservations;

/// <summary>Lists reservations, the one that must end first at the top. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, NOT_A_UUID.</summary>
public sealed class ListReservations(HubReads reads, SealedTokens tokens)
{
    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which reservations.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ReservationPage> Run(Call call, ReservationFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.OptionalText(filter.CareHome, "care_home", 60);
        var stay = string.IsNullOrEmpty(filter.DischargeId) ? (Guid?)null : check.Id(filter.DischargeId, "discharge_id");
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "reservations", binding, pageToken);
        var found = await reads.Look(call, Query(call, filter, stay, after, size + 1), ReservationSql.Read, r => r.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new ReservationPage(page, found.Count > size ? Cursor(page[^1]) : "", Cursor);

        string Cursor(ReservationState state) => tokens.Seal("reservations", binding, new Place(state.LongestUntil, state.Id));
    }

    private static NpgsqlBatchCommand Query(Call call, ReservationFilter filter, Guid? stay, Place? after, int limit)
    {
        var byId = Guid.TryParseExact(filter.CareHome, "D", out var home);
        return new ListQuery()
            .Where($"r.{PlacementPolicy.Column(call.Caller)} = {{0}}", call.Organization)
            .WhereIf(filter.States.Count > 0, "case when b.state = 'held' and b.held_until <= clock_timestamp() then 'expired' else b.state end = any ({0})", (object)filter.States.ToArray())
            .WhereIf(filter.States.Count == 0 && !filter.IncludeEnded, "not r.ended and b.state = 'held' and b.held_until > clock_timestamp()")
            .WhereIf(byId, "r.home_id = {0}", home)
            .WhereIf(!byId && !string.IsNullOrEmpty(filter.CareHome), "h.location_id = {0}", filter.CareHome?.Trim())
            .WhereIf(stay is not null, "r.stay_id = {0}", stay)
            .Narrow(filter.Narrowed, "exists (select from placement.assessment m where m.id = r.assessment_id and m.nhs_number = {0})", "b.held_at", "r.changed_at")
            .WhereIf(after is not null, "(r.longest_until, r.id) > ({0}, {1})", after?.LongestUntil, after?.Id)
            .Command(ReservationSql.Select, "r.longest_until, r.id", limit);
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset LongestUntil, Guid Id);
}
