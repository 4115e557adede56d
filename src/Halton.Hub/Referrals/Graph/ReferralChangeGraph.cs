using GraphQL;
using Halton.Hub.Events;

namespace Halton.Hub.Referrals.Graph;

/// <summary>One item of a subscription: a change of a referral, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ReferralChangeGraph(WatchItem item, ReferralWordsGraph words)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>
    /// referral.created, referral.amended, referral.triaged, referral.accepted, referral.rejected, referral.redirected, referral.allocated, referral.contacted,
    /// referral.completed, referral.cancelled, referral.followed-up, referral.clock-approaching, referral.clock-breached or referral.follow-up-due.
    /// Absent in a bookmark.
    /// </summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The referral right after the change, without the person's details. Absent in a bookmark.</summary>
    public ReferralGraph? Referral => item.Event is { } happened ? words.Tell((ReferralState)happened.Payload) : null;
}
