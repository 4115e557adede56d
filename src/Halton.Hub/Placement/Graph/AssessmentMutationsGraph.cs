using GraphQL;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be changed about assessments. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class AssessmentMutationsGraph(RecordAssessment record, PlacementWordsGraph words)
{
    /// <summary>
    /// Records what a person needs, or, with an assessmentId, what was found on assessing anew: then open offers that rest on the older version
    /// are withdrawn. NOT_FOUND: DISCHARGE_NOT_FOUND, ASSESSMENT_NOT_FOUND. ALREADY_EXISTS: ALREADY_ASSESSED. FAILED_PRECONDITION: STAY_CLOSED,
    /// PATHWAY_HAS_NO_PLACEMENT, NOT_COVERED_BY_AGREEMENT. ABORTED: ETAG_MISMATCH. Needs scope system/QuestionnaireResponse.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The assessment.</param>
    public async Task<AssessmentGraph> RecordAssessment(IResolveFieldContext context, RecordAssessmentInputGraph input) =>
        new(await record.Run(context.Call(), input.Read(), context.CancellationToken), words);
}
