using Halton.Hub.Placement.Assessments;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>A page of assessments, the newest first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class AssessmentConnectionGraph(AssessmentPage page, PlacementWordsGraph words)
    : Connection<AssessmentGraph>([.. page.Assessments.Select(state => new Edge<AssessmentGraph>(new AssessmentGraph(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0);
