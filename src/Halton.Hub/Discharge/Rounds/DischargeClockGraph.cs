namespace Halton.Hub.Discharge.Rounds;

/// <summary>How a clock of a discharge stands.</summary>
/// <param name="clock">The clock.</param>
public sealed class DischargeClockGraph(DischargeClock clock)
{
    /// <summary>not-started, running, approaching, breached, met (stopped in time) or missed (stopped late).</summary>
    public string State => clock.State;

    /// <summary>When it is out; absent before it started.</summary>
    public DateTimeOffset? DueAt => clock.DueAt;
}
