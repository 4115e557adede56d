using Halton.Hub.Data;

namespace Halton.Hub.Referrals;

/// <summary>Reads both clocks of a referral, side by side.</summary>
public sealed class ReferralClocks(CareRules rules, WorkingDays days, TimeProvider time)
{
    /// <summary>What they show now, or showed when they stopped.</summary>
    public Reading Read(ReferralState state)
    {
        var now = time.GetUtcNow();
        var until = state.StoppedAt() is { } stopped && stopped < now ? stopped : now;
        var elapsed = until > state.RequestedAt ? until - state.RequestedAt : TimeSpan.Zero;
        var service = rules.Latest.Services.TryGetValue(state.Service, out var known) && elapsed > TimeSpan.Zero
            ? known.Hours.Between(state.RequestedAt, until, days.IsBankHoliday)
            : TimeSpan.Zero;
        return new Reading((int)elapsed.TotalMinutes, (int)service.TotalMinutes, Standing(state, now));
    }

    private static ReferralClockState Standing(ReferralState state, DateTimeOffset now) => state switch
    {
        { FirstContactAt: { } seen } => seen <= state.BreachAt ? ReferralClockState.Met : ReferralClockState.Missed,
        { EndedAt: not null } => ReferralClockState.Stopped,
        _ when now >= state.BreachAt => ReferralClockState.Breached,
        _ when now >= state.WarnAt => ReferralClockState.Approaching,
        _ => ReferralClockState.Running,
    };

    /// <summary>What the clocks show.</summary>
    /// <param name="ElapsedMinutes">The clock that always runs.</param>
    /// <param name="ServiceMinutes">The clock of the service's hours.</param>
    /// <param name="State">Against the breach time.</param>
    public sealed record Reading(int ElapsedMinutes, int ServiceMinutes, ReferralClockState State);
}
