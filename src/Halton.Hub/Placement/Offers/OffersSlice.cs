using Halton.Hub.Data;
using Halton.Hub.Placement.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Offers;

/// <summary>Registers offers to homes.</summary>
internal static class OffersSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddOffers(this IServiceCollection services) => services
        .AddSingleton<OfferForChange>()
        .AddSingleton<WithdrawOffers>()
        .AddSingleton<OfferPlacement>()
        .AddSingleton<AnswerOffer>()
        .AddSingleton<WithdrawOffer>()
        .AddSingleton<GetOffer>()
        .AddSingleton<ListOffers>()
        .AddSingleton<WatchOffers>()
        .AddSingleton<ConfirmPlacement>()
        .AddSingleton<ExpireOffers>()
        .AddSingleton<OfferMessages>()
        .AddSingleton<OfferFhir>()
        .AddSingleton(OfferFhir.Source)
        .AddSingleton<OfferQueriesGraph>()
        .AddSingleton<OfferMutationsGraph>()
        .AddSingleton<OfferSubscriptionsGraph>()
        .AddSingleton<OfferFollowers>()
        .AddSingleton(provider => new Followers(provider.GetRequiredService<OfferFollowers>().All()))
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(OfferQueriesGraph), typeof(OfferMutationsGraph), typeof(OfferSubscriptionsGraph)) { Nodes = [OfferQueriesGraph.Node] });
}
