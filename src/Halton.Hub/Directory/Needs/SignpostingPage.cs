namespace Halton.Hub.Directory.Needs;

/// <summary>A page of signpostings.</summary>
/// <param name="Signpostings">Newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
public sealed record SignpostingPage(IReadOnlyList<Signposting> Signpostings, string NextPageToken);
