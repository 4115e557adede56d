using Halton.Hub.Data;
using Halton.Hub.Discharge.Fhir;
using Halton.Hub.Discharge.Imports;
using Halton.Hub.Discharge.Packages;
using Halton.Hub.Discharge.Rounds;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Discharge;

/// <summary>Registers the discharge slice.</summary>
public static class DischargeSlice
{
    /// <summary>Adds its operations and doors.</summary>
    public static IServiceCollection AddDischarge(this IServiceCollection services) => services
        .AddSingleton<DischargeClockRules>()
        .AddHostedService(provider => provider.GetRequiredService<DischargeClockRules>())
        .AddSingleton<StayForChange>()
        .AddSingleton<RecordAdmission>()
        .AddSingleton<ReviewCriteriaToReside>()
        .AddSingleton<AssignPathway>()
        .AddSingleton<AllocateWorker>()
        .AddSingleton<StartAssessment>()
        .AddSingleton<RecordDelay>()
        .AddSingleton<MoveToWard>()
        .AddSingleton<TellDischargeClocks>()
        .AddSingleton<ConfirmDischarge>()
        .AddSingleton<CancelDischarge>()
        .AddSingleton<GetDischargeStatus>()
        .AddSingleton<ListDischarges>()
        .AddSingleton<WatchDischarges>()
        .AddSingleton<GetBoardRound>()
        .AddSingleton<BoardRoundMessages>()
        .AddSingleton<ImportedUpdates>()
        .AddSingleton<ImportUpdates>()
        .AddSingleton<HoldCarePackage>()
        .AddSingleton<ListCarePackages>()
        .AddSingleton<WatchCarePackages>()
        .AddSingleton(new Followers(EndStay.Follower, ShareWithAssessors.Follower, FollowPackages.Follower))
        .AddSingleton<DischargeMessages>()
        .AddSingleton<DischargeFhir>()
        .AddSingleton(DischargeFhir.Source)
        .AddSingleton(DischargeFhir.People)
        .AddSingleton<FindStayOf>()
        .AddSingleton<ReviewFhir>()
        .AddSingleton(ReviewFhir.Source)
        .AddSingleton<DelayFhir>()
        .AddSingleton(DelayFhir.Source)
        .AddSingleton<CareTransferFhir>()
        .AddSingleton(CareTransferFhir.Asks)
        .AddSingleton(CareTransferFhir.Answers)
        .AddSingleton<DischargeGrpc>()
        .AddSingleton<DischargeWordsGraph>()
        .AddSingleton<DischargeQueriesGraph>()
        .AddSingleton<DischargeMutationsGraph>()
        .AddSingleton<DischargeSubscriptionsGraph>()
        .AddSingleton<CarePackageQueriesGraph>()
        .AddSingleton<CarePackageMutationsGraph>()
        .AddSingleton<CarePackageSubscriptionsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(CarePackageQueriesGraph), typeof(CarePackageMutationsGraph), typeof(CarePackageSubscriptionsGraph)))
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(DischargeQueriesGraph), typeof(DischargeMutationsGraph), typeof(DischargeSubscriptionsGraph))
        {
            Nodes = [DischargeQueriesGraph.Node],
        });
}
