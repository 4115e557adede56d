namespace Halton.Hub.Referrals.Graph;

/// <summary>
/// How long a referral has waited and may wait, by two clocks: one that always runs, and one that runs while the service is open. Both start when
/// the hub has the referral for the service, and stop when somebody sees the person, or when the referral ends.
/// </summary>
/// <param name="state">The referral.</param>
/// <param name="reading">What the clocks show.</param>
public sealed class ReferralClockGraph(ReferralState state, ReferralClocks.Reading reading)
{
    /// <summary>FHIR: ServiceRequest.occurrencePeriod.start.</summary>
    public DateTimeOffset StartedAt => state.RequestedAt;

    /// <summary>Absent while they run.</summary>
    public DateTimeOffset? StoppedAt => state.StoppedAt();

    /// <summary>Minutes on the clock that always runs, until now or until it stopped.</summary>
    public int ElapsedMinutes => reading.ElapsedMinutes;

    /// <summary>Minutes on the clock of the service's hours, until now or until it stopped.</summary>
    public int ServiceMinutes => reading.ServiceMinutes;

    /// <summary>When the clock that always runs is out.</summary>
    public DateTimeOffset DueElapsed => state.DueElapsed;

    /// <summary>When the clock of the service's hours is out.</summary>
    public DateTimeOffset DueService => state.DueService;

    /// <summary>The breach time: that of the clock which the tier goes by. The queue is ordered by it. FHIR: ServiceRequest.occurrencePeriod.end.</summary>
    public DateTimeOffset BreachAt => state.BreachAt;

    /// <summary>How it stands against the breach time.</summary>
    public ReferralClockState State => reading.State;
}
