namespace Halton.Hub.Referrals;

/// <summary>How a referral stands against its breach time.</summary>
public enum ReferralClockState
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>There is time.</summary>
    Running,

    /// <summary>Little time is left.</summary>
    Approaching,

    /// <summary>Time is out, and nobody has seen the person.</summary>
    Breached,

    /// <summary>Somebody saw the person in time.</summary>
    Met,

    /// <summary>Somebody saw the person too late.</summary>
    Missed,

    /// <summary>The referral ended without anybody seeing the person.</summary>
    Stopped,
}
