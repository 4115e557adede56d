using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>The queue: the referral whose breach time comes first at the top. Faults: PAGE_SIZE_INVALID, PAGE_TOKEN_INVALID, NOT_A_UUID, CODE_UNKNOWN.</summary>
public sealed class ListReferrals(HubReads reads, SealedTokens tokens, Watch watch)
{
    /// <summary>Answers a page, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="filter">Which referrals.</param>
    /// <param name="pageSize">At most this many, 1 to 200; 0 means 50.</param>
    /// <param name="pageToken">From the page before; bound to the caller and to the filter.</param>
    /// <param name="full">With the persons and what was done.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ReferralPage> Run(Call call, ReferralFilter filter, int pageSize, string? pageToken, bool full, CancellationToken ct)
    {
        var check = new FieldChecks();
        var size = Paging.Size(check, pageSize);
        check.That(filter.States.All(Referral.States.Contains), "states", "CODE_UNKNOWN", $"Any of {string.Join(", ", Referral.States)}.");
        check.That(filter.States.Count <= Referral.States.Count, "states", "TOO_MANY", $"At most {Referral.States.Count}.");
        check.That(filter.Tiers.Count <= 20, "tiers", "TOO_MANY", "At most 20.");
        check.OptionalText(filter.Service, "service", 60);
        Guid? stay = string.IsNullOrEmpty(filter.DischargeId) ? null : check.Id(filter.DischargeId, "discharge_id");
        Guid? journey = string.IsNullOrEmpty(filter.JourneyId) ? null : check.Id(filter.JourneyId, "journey_id");
        check.Settle();
        var binding = $"{call.Caller.Partner}\n{JsonSerializer.Serialize(filter)}";
        var after = Paging.Open<Place>(tokens, "referrals", binding, pageToken);
        var resume = after is null ? await watch.TokenForNow(call, WatchReferrals.FilterOf(filter.Service), ct) : "";
        string[] states = filter switch
        {
            { FollowUpDueBy: not null } => [Referral.Completed],
            { States.Count: > 0 } => [.. filter.States],
            _ => [.. Referral.OpenStates],
        };
        var query = new ListQuery()
            .Where("a.org = {0}", call.Organization)
            .WhereIf(states.All(Referral.OpenStates.Contains), "a.open")
            .Where("r.state = any ({0})", (object)states)
            .WhereIf(filter.Tiers.Count > 0, "r.tier = any ({0})", (object)filter.Tiers.ToArray())
            .WhereIf(!string.IsNullOrEmpty(filter.Service), "r.service = {0}", filter.Service)
            .WhereIf(filter.BreachBefore is not null, "a.breach_at < {0}", filter.BreachBefore?.ToUniversalTime())
            .WhereIf(stay is not null, "r.stay_id = {0}", stay)
            .WhereIf(journey is not null, "r.journey_id = {0}", journey)
            .WhereIf(filter.FollowUpDueBy is not null, "r.follow_up_due <= {0} and r.followed_up_on is null", filter.FollowUpDueBy)
            .Narrow(filter.Narrowed, "r.nhs_number = {0}", "r.referred_at", "r.changed_at")
            .WhereIf(after is not null, "(a.breach_at, a.referral_id) > ({0}, {1})", after?.BreachAt, after?.Id)
            .Command(ReferralSql.Listed(full), "a.breach_at, a.referral_id", size + 1);
        var found = await reads.Look(call, query, row => full ? ReferralSql.ReadFull(row, call.Organization) : ReferralSql.Read(row), r => r.Id, null, ct);
        var page = found.Count > size ? found.GetRange(0, size) : found;
        return new ReferralPage(page, found.Count > size ? Cursor(page[^1]) : "", resume, Cursor);

        string Cursor(ReferralState state) => tokens.Seal("referrals", binding, new Place(state.BreachAt, state.Id));
    }

    /// <summary>Where a page ended.</summary>
    internal sealed record Place(DateTimeOffset BreachAt, Guid Id);
}
