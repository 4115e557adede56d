using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Referrals.Graph;

/// <summary>A page of the queue: the referral whose breach time comes first at the top.</summary>
/// <param name="page">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ReferralConnectionGraph(ReferralPage page, ReferralWordsGraph words)
    : Connection<ReferralGraph>([.. page.Referrals.Select(state => new Edge<ReferralGraph>(words.Tell(state), () => page.Cursor(state)))], page.NextPageToken.Length > 0)
{
    /// <summary>On the first page: where a subscription should begin so that it misses nothing that this list did not show.</summary>
    public string? ResumeToken => page.ResumeToken.Length > 0 ? page.ResumeToken : null;
}
