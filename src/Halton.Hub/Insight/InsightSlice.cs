using Halton.Hub.Insight.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Insight;

/// <summary>Registers the slice.</summary>
public static class InsightSlice
{
    /// <summary>Adds operations and doors.</summary>
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<CountKpis>()
        .AddSingleton<GetKpis>()
        .AddSingleton<KpiCsvHttp>()
        .AddSingleton<KpiQueriesGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(KpiQueriesGraph)))
        .AddSingleton(new GraphPart(HubSchemas.Directory, typeof(KpiQueriesGraph)));
}
