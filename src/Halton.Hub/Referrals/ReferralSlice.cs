using Halton.Hub.Referrals.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Referrals;

/// <summary>Registers the slice.</summary>
public static class ReferralSlice
{
    /// <summary>Adds operations and doors.</summary>
    public static IServiceCollection AddReferrals(this IServiceCollection services) => services
        .AddSingleton<CareRules>()
        .AddHostedService(provider => provider.GetRequiredService<CareRules>())
        .AddSingleton<ReferralForChange>()
        .AddSingleton<CreateReferral>()
        .AddSingleton<TriageReferral>()
        .AddSingleton<AcceptReferral>()
        .AddSingleton<RejectReferral>()
        .AddSingleton<RedirectReferral>()
        .AddSingleton<AllocateTeam>()
        .AddSingleton<RecordContact>()
        .AddSingleton<CompleteReferral>()
        .AddSingleton<CancelReferral>()
        .AddSingleton<AmendReferral>()
        .AddSingleton<RespondToReferral>()
        .AddSingleton<RecordFollowUp>()
        .AddSingleton<GetReferral>()
        .AddSingleton<ListReferrals>()
        .AddSingleton<WatchReferrals>()
        .AddSingleton<ListCareServices>()
        .AddSingleton<TellReferralClocks>()
        .AddSingleton<ReferralClocks>()
        .AddSingleton<ReferralMessages>()
        .AddSingleton<ReferralFhir>()
        .AddSingleton(ReferralFhir.Source)
        .AddSingleton(ReferralFhir.People)
        .AddSingleton<ReferralTaskFhir>()
        .AddSingleton(ReferralTaskFhir.Source)
        .AddSingleton<ReferralMessageFhir>()
        .AddSingleton(ReferralMessageFhir.Taker)
        .AddSingleton<ReferralGrpc>()
        .AddSingleton<ReferralWordsGraph>()
        .AddSingleton<ReferralQueriesGraph>()
        .AddSingleton<ReferralMutationsGraph>()
        .AddSingleton<ReferralSubscriptionsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(ReferralQueriesGraph), typeof(ReferralMutationsGraph), typeof(ReferralSubscriptionsGraph)) { Nodes = [ReferralQueriesGraph.Node] });
}
