namespace Halton.Hub.Referrals;

/// <summary>What a service answers to a referral.</summary>
public enum ReferralAnswer
{
    /// <summary>It takes it.</summary>
    Interim,

    /// <summary>It has done its work.</summary>
    Final,

    /// <summary>It does not take it.</summary>
    Rejected,
}
