using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Placement.Offers;

/// <summary>Lists offers, the newest first. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, NOT_A_UUID, CODE_UNKNOWN.</summary>
public sealed class ListOffers(HubReads reads, SealedTokens tokens, Watch watch)
{
    private static readonly string[] Standing = [PlacementOffer.Offered, PlacementOffer.Accepted];

    private static readonly string[] Known =
        [.. Standing, PlacementOffer.Declined, PlacementOffer.Disputed, PlacementOffer.Withdrawn, PlacementOffer.Expired, PlacementOffer.Completed];

    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which offers.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<OfferPage> Run(Call call, OfferFilter filter, int pageSize, string? pageToken, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.OptionalText(filter.CareHome, "care_home", 60);
        check.That(filter.States.All(Known.Contains), "states", "CODE_UNKNOWN", $"Any of {string.Join(", ", Known)}.");
        Guid? stay = string.IsNullOrEmpty(filter.DischargeId) ? null : check.Id(filter.DischargeId, "discharge_id");
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "offers", binding, pageToken);
        Guid? home = Guid.TryParseExact(filter.CareHome?.Trim(), "D", out var id) ? id : null;
        var resume = after is null ? await watch.TokenForNow(call, WatchOffers.FilterOf(home), ct) : "";
        // A home learns who the person is once it has said yes, by asking for a number too.
        var number = call.Caller.Kind == OrganizationKind.CareHome ? "(o.nhs_number = {0} and o.state in ('accepted', 'completed'))" : "o.nhs_number = {0}";
        var query = new ListQuery()
            .Where($"o.{PlacementPolicy.Column(call.Caller)} = {{0}}", call.Organization)
            .Where("o.state = any ({0})", (object)(filter.States.Count == 0 ? Standing : [.. filter.States]))
            .WhereIf(stay is not null, "o.stay_id = {0}", stay)
            .WhereIf(!string.IsNullOrWhiteSpace(filter.CareHome), "(h.location_id = {0} or h.id::text = {0})", filter.CareHome?.Trim())
            .Narrow(filter.Narrowed, number, "o.offered_at", "o.changed_at")
            .WhereIf(after is not null, "(o.offered_at, o.id) < ({0}, {1})", after?.OfferedAt, after?.Id)
            .Command(OfferSql.Select, "o.offered_at desc, o.id desc", size + 1);
        var found = await reads.Look(call, query, OfferSql.Read, o => o.Id, null, ct);
        var page = (found.Count > size ? found.GetRange(0, size) : found).ConvertAll(o => o.SeenFrom(call.Organization));
        return new OfferPage(page, found.Count > size ? Cursor(page[^1]) : "", resume, Cursor);

        string Cursor(OfferState state) => tokens.Seal("offers", binding, new Place(state.OfferedAt, state.Id));
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset OfferedAt, Guid Id);
}
