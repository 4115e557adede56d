using Halton.Hub.Placement.Graph;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Assessments;

/// <summary>Registers assessments.</summary>
internal static class AssessmentsSlice
{
    /// <summary>Adds their operations and doors.</summary>
    public static IServiceCollection AddAssessments(this IServiceCollection services) => services
        .AddSingleton<RecordAssessment>()
        .AddSingleton<GetAssessment>()
        .AddSingleton<ListAssessments>()
        .AddSingleton<AssessmentMessages>()
        .AddSingleton<AssessmentFhir>()
        .AddSingleton(AssessmentFhir.Source)
        .AddSingleton<AssessmentQueriesGraph>()
        .AddSingleton<AssessmentMutationsGraph>()
        .AddSingleton(new GraphPart(HubSchemas.Care, typeof(AssessmentQueriesGraph), typeof(AssessmentMutationsGraph)) { Nodes = [AssessmentQueriesGraph.Node] });
}
