namespace Halton.Hub.Referrals;

/// <summary>That an organisation may see a referral, and where it stands in its queue. The database keeps it true.</summary>
public sealed class ReferralAccess
{
    /// <summary>Code of the organisation.</summary>
    public required string Org { get; init; }

    /// <summary>The referral.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>The referral's breach time.</summary>
    public required DateTimeOffset BreachAt { get; init; }

    /// <summary>Whether the referral is open.</summary>
    public required bool Open { get; init; }
}
