namespace Halton.Hub.Placement.Assessments;

/// <summary>A page of assessments.</summary>
/// <param name="Assessments">The newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record AssessmentPage(IReadOnlyList<AssessmentState> Assessments, string NextPageToken, Func<AssessmentState, string> Cursor);
