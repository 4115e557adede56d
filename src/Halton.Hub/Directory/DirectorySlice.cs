using Halton.Hub.Directory.Finding;
using Halton.Hub.Directory.Graph;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Directory.OpenReferral;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Halton.Hub.Directory;

/// <summary>Registers the directory slice.</summary>
public static class DirectorySlice
{
    /// <summary>Adds its account, its operations and its doors.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<DirectoryAccount>()
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<DirectoryAccount>().Audit)
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<DirectoryAccount>().Feed)
        .AddFinding()
        .AddMaintaining()
        .AddNeeds()
        .AddOpenReferral()
        .AddGraph();

    private static IServiceCollection AddFinding(this IServiceCollection services) => services
        .AddSingleton<FilterChecks>()
        .AddSingleton<SearchServices>()
        .AddSingleton<DirectoryParts>()
        .AddSingleton<OpeningOfServices>()
        .AddSingleton<FindAlternatives>()
        .AddSingleton<GetService>()
        .AddSingleton<GetOrganization>()
        .AddSingleton<NamePages>()
        .AddSingleton<ListOrganizations>()
        .AddSingleton<ListLocations>()
        .AddSingleton<ListTaxonomies>()
        .AddSingleton<ListTaxonomyTerms>()
        .AddSingleton<WatchServices>();

    private static IServiceCollection AddMaintaining(this IServiceCollection services) => services
        .AddSingleton<ServiceForChange>()
        .AddSingleton<CreateService>()
        .AddSingleton<UpdateService>()
        .AddSingleton<PauseService>()
        .AddSingleton<ResumeService>()
        .AddSingleton<RetireService>()
        .AddSingleton<AssureService>()
        .AddSingleton<SetIntake>()
        .AddSingleton<PreviewService>()
        .AddSingleton<CreateOrganization>()
        .AddSingleton<UpdateOrganization>()
        .AddSingleton<CreateLocation>()
        .AddSingleton<UpdateLocation>();

    private static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddSingleton<RecordSignposting>()
        .AddSingleton<RecordSignpostingOutcome>()
        .AddSingleton<ListSignpostings>()
        .AddSingleton<CountSignpostings>()
        .AddSingleton<UnmetNeeds>()
        .AddSingleton<GetSignpostings>()
        .AddSingleton<WatchSignpostings>();

    private static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddSingleton<DirectoryTalkGraph>()
        .AddSingleton<DirectoryQueriesGraph>()
        .AddSingleton<DirectoryMutationsGraph>()
        .AddSingleton<DirectorySubscriptionsGraph>()
        .AddSingleton<NeedsQueriesGraph>()
        .AddSingleton<NeedsMutationsGraph>()
        .AddSingleton<NeedsSubscriptionsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(DirectoryQueriesGraph), typeof(DirectoryMutationsGraph), typeof(DirectorySubscriptionsGraph))
        {
            Nodes = [DirectoryQueriesGraph.ServiceNode, DirectoryQueriesGraph.OrganizationNode],
        })
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(NeedsQueriesGraph), typeof(NeedsMutationsGraph), typeof(NeedsSubscriptionsGraph)));
}
