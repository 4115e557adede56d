using Halton.Hub.Directory.Finding;
using Halton.Hub.Directory.Graph;
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
        .AddSingleton<Postcodes>()
        .AddSingleton<FilterChecks>()
        .AddSingleton<SearchServices>()
        .AddSingleton<ServiceParts>()
        .AddSingleton<OpeningOfServices>()
        .AddSingleton<FindAlternatives>()
        .AddSingleton<GetService>()
        .AddSingleton<GetOrganization>()
        .AddSingleton<NamePages>()
        .AddSingleton<ListOrganizations>()
        .AddSingleton<ListTaxonomies>()
        .AddSingleton<ListTaxonomyTerms>()
        .AddSingleton<WatchServices>()
        .AddSingleton<DirectoryTalkGraph>()
        .AddSingleton<DirectoryQueriesGraph>()
        .AddSingleton<DirectorySubscriptionsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(DirectoryQueriesGraph), null, typeof(DirectorySubscriptionsGraph))
        {
            Nodes = [DirectoryQueriesGraph.ServiceNode, DirectoryQueriesGraph.OrganizationNode],
        });
}
