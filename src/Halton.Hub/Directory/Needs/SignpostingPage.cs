namespace Halton.Hub.Directory.Needs;

/// <summary>A page of signpostings.</summary>
/// <param name="Signpostings">Newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list: the next page of whoever gives it begins behind it.</param>
public sealed record SignpostingPage(IReadOnlyList<Signposting> Signpostings, string NextPageToken, Func<Signposting, string> Cursor);
