namespace Halton.Hub.Referrals;

/// <summary>When the clocks of a referral are out.</summary>
/// <param name="DueElapsed">The clock that always runs.</param>
/// <param name="DueService">The clock of the service's hours.</param>
/// <param name="BreachAt">The one that counts.</param>
/// <param name="WarnAt">From when on little time is left.</param>
public sealed record ReferralTiming(DateTimeOffset DueElapsed, DateTimeOffset DueService, DateTimeOffset BreachAt, DateTimeOffset WarnAt)
{
    /// <summary>The same, when an answer is needed sooner.</summary>
    public ReferralTiming By(DateTimeOffset? neededBy) => neededBy is { } by && by < BreachAt ? this with { BreachAt = by, WarnAt = by - (BreachAt - WarnAt) } : this;
}
