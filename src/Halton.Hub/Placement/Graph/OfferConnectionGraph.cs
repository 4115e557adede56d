using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>A page of offers, the newest first.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class OfferConnectionGraph(OfferPage page, PlacementWordsGraph words)
    : Connection<OfferGraph>([.. page.Offers.Select(state => new Edge<OfferGraph>(new OfferGraph(state, words), () => page.Cursor(state)))], page.NextPageToken.Length > 0)
{
    /// <summary>On the first page: where a subscription should begin so that it misses nothing that this list did not show.</summary>
    public string? ResumeToken => page.ResumeToken.Length > 0 ? page.ResumeToken : null;
}
