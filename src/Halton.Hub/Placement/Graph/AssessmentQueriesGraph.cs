using GraphQL;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be asked about assessments.</summary>
public sealed class AssessmentQueriesGraph(GetAssessment get, ListAssessments list, PlacementWordsGraph words)
{
    /// <summary>How <c>node</c> finds an assessment.</summary>
    internal static readonly NodeType Node = new(
        AssessmentGraph.TypeName, "care/Query.assessment", (context, id) => context.RequestServices!.GetRequiredService<AssessmentQueriesGraph>().Find(context, id));

    /// <summary>One assessment. NOT_FOUND: there is none, or it is not yours to see. Needs scope system/QuestionnaireResponse.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="assessmentId">The hub's id, a UUID.</param>
    /// <param name="version">An earlier version; absent means the latest.</param>
    public async Task<AssessmentGraph> Assessment(IResolveFieldContext context, [Id] string assessmentId, int? version = null) =>
        new(await get.Run(context.Call(), assessmentId, version ?? 0, context.CancellationToken), words);

    /// <summary>
    /// Lists assessments in their latest version, the newest first. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or
    /// another filter). Needs scope system/QuestionnaireResponse.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which assessments; absent means all.</param>
    public async Task<AssessmentConnectionGraph> Assessments(IResolveFieldContext context, int first = 20, string? after = null, AssessmentFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new AssessmentFilter(), first, after, context.CancellationToken), words);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) => new AssessmentGraph(await get.Run(context.Call(), id.ToString(), 0, context.CancellationToken), words);
}
