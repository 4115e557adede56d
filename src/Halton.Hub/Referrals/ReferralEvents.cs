using Halton.Hub.Data;

namespace Halton.Hub.Referrals;

/// <summary>What is told about referrals.</summary>
internal static class ReferralEvents
{
    /// <summary>What all kinds begin with.</summary>
    public const string Prefix = "referral.";

    public const string Created = "referral.created";

    public const string Amended = "referral.amended";

    public const string Triaged = "referral.triaged";

    public const string Accepted = "referral.accepted";

    public const string Rejected = "referral.rejected";

    public const string Redirected = "referral.redirected";

    public const string Allocated = "referral.allocated";

    public const string Contacted = "referral.contacted";

    public const string Completed = "referral.completed";

    public const string Cancelled = "referral.cancelled";

    public const string FollowedUp = "referral.followed-up";

    public const string Approaching = "referral.clock-approaching";

    public const string Breached = "referral.clock-breached";

    public const string FollowUpDue = "referral.follow-up-due";

    /// <summary>The payload of each kind.</summary>
    public static IReadOnlyDictionary<string, Type> Payloads { get; } =
        new[] { Created, Amended, Triaged, Accepted, Rejected, Redirected, Allocated, Contacted, Completed, Cancelled, FollowedUp, Approaching, Breached, FollowUpDue }
            .ToDictionary(kind => kind, _ => typeof(ReferralState));

    /// <summary>Tells of a change, without the person's details.</summary>
    public static void Tell(this Save save, string kind, Referral referral) => save.Tell(kind, referral.Id, "referrals.audience", ReferralState.Of(referral));
}
