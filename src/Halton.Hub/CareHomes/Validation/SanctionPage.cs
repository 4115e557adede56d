namespace Halton.Hub.CareHomes.Validation;

/// <summary>A page of sanctions.</summary>
/// <param name="Sanctions">Newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record SanctionPage(IReadOnlyList<SanctionState> Sanctions, string NextPageToken, Func<SanctionState, string> Cursor);
