namespace Halton.Hub.Referrals;

/// <summary>A page of referrals.</summary>
/// <param name="Referrals">The one whose breach time comes first at the top.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
/// <param name="ResumeToken">On the first page: where a watch should begin.</param>
/// <param name="Cursor">The place of one of them in the list.</param>
public sealed record ReferralPage(IReadOnlyList<ReferralState> Referrals, string NextPageToken, string ResumeToken, Func<ReferralState, string> Cursor);
