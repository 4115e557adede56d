namespace Halton.Hub.Placement.Offers;

/// <summary>A page of offers.</summary>
/// <param name="Offers">The newest first.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record OfferPage(IReadOnlyList<OfferState> Offers, string NextPageToken, string ResumeToken, Func<OfferState, string> Cursor);
