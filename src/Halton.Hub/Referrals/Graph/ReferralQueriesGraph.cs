using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Referrals.Graph;

/// <summary>What can be asked about referrals.</summary>
public sealed class ReferralQueriesGraph(GetReferral get, ListReferrals list, ListCareServices services, ReferralWordsGraph words)
{
    /// <summary>How <c>node</c> finds a referral.</summary>
    internal static readonly NodeType Node = new(
        ReferralGraph.TypeName, "care/Query.referral", (context, id) => context.RequestServices!.GetRequiredService<ReferralQueriesGraph>().Find(context, id));

    /// <summary>One referral. NOT_FOUND: there is none, or it is not yours to see. Needs scope system/ServiceRequest.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="referralId">The hub's id, a UUID.</param>
    public async Task<ReferralGraph> Referral(IResolveFieldContext context, [Id] string referralId) =>
        words.Tell(await get.Run(context.Call(), referralId, context.Selects(ReferralGraph.DetailFields), context.CancellationToken));

    /// <summary>
    /// The queue: the referral whose breach time comes first at the top. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or
    /// another filter). Needs scope system/ServiceRequest.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which referrals; absent means all that are open.</param>
    public async Task<ReferralConnectionGraph> Referrals(IResolveFieldContext context, int first = 20, string? after = null, ReferralFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new ReferralFilter(), first, after, context.Selects(ReferralGraph.DetailFields), context.CancellationToken), words);

    /// <summary>The services that people can be referred to, with their hours and tiers. Needs scope system/HealthcareService.s.</summary>
    /// <param name="context">The field.</param>
    public async Task<IEnumerable<CareServiceGraph>> CareServices(IResolveFieldContext context) =>
        (await services.Run(context.Call(), context.CancellationToken)).Select(s => new CareServiceGraph(s.Service, s.Tiers, words));

    private async Task<object?> Find(IResolveFieldContext context, Guid id) =>
        words.Tell(await get.Run(context.Call(), id.ToString(), context.Selects(ReferralGraph.DetailFields), context.CancellationToken));
}
