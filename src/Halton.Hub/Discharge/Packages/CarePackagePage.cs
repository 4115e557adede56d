namespace Halton.Hub.Discharge.Packages;

/// <summary>A page of care packages.</summary>
/// <param name="Packages">The latest admission first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record CarePackagePage(IReadOnlyList<CarePackageState> Packages, string NextPageToken, string ResumeToken, Func<CarePackageState, string> Cursor);
