using GraphQL;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be asked about offers.</summary>
public sealed class OfferQueriesGraph(GetOffer get, ListOffers list, PlacementWordsGraph words)
{
    /// <summary>How <c>node</c> finds an offer.</summary>
    internal static readonly NodeType Node = new(
        OfferGraph.TypeName, "care/Query.offer", (context, id) => context.RequestServices!.GetRequiredService<OfferQueriesGraph>().Find(context, id));

    /// <summary>One offer. NOT_FOUND: there is none, or it is not yours to see. Needs scope system/Task.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="offerId">The hub's id, a UUID.</param>
    public async Task<OfferGraph> Offer(IResolveFieldContext context, [Id] string offerId) => new(await get.Run(context.Call(), offerId, context.CancellationToken), words);

    /// <summary>
    /// Lists offers, the newest first. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or another filter). Needs scope
    /// system/Task.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which offers; absent means all that stand.</param>
    public async Task<OfferConnectionGraph> Offers(IResolveFieldContext context, int first = 20, string? after = null, OfferFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new OfferFilter(), first, after, context.CancellationToken), words);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) => new OfferGraph(await get.Run(context.Call(), id.ToString(), context.CancellationToken), words);
}
