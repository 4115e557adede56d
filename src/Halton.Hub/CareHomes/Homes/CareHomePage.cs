namespace Halton.Hub.CareHomes.Homes;

/// <summary>A page of homes.</summary>
/// <param name="Homes">By name, or the nearest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list: the next page of whoever gives it begins behind it.</param>
public sealed record CareHomePage(IReadOnlyList<CareHomeView> Homes, string NextPageToken, Func<CareHomeView, string> Cursor);
