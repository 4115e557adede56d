namespace Halton.Hub.Referrals;

/// <summary>Whose change of a referral it is.</summary>
public enum ReferralParties
{
    /// <summary>The organisation that runs the service.</summary>
    Performer,

    /// <summary>The organisation that refers.</summary>
    Requester,

    /// <summary>Either.</summary>
    Both,
}
