namespace Halton.Hub.Discharge.Rounds;

/// <summary>How a clock of a discharge stands.</summary>
/// <param name="State">not-started, running, approaching, breached, met (stopped in time) or missed (stopped late).</param>
/// <param name="DueAt">When it is out; null before it started.</param>
public sealed record DischargeClock(string State, DateTimeOffset? DueAt)
{
    /// <summary>Reads it.</summary>
    /// <param name="dueAt">When it is out.</param>
    /// <param name="stoppedAt">When it stopped.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="warning">So long before it is out, little time is left.</param>
    public static DischargeClock Of(DateTimeOffset? dueAt, DateTimeOffset? stoppedAt, DateTimeOffset asOf, TimeSpan warning) => new(
        (dueAt, stoppedAt) switch
        {
            (null, _) => "not-started",
            ({ } due, { } stopped) => stopped <= due ? "met" : "missed",
            ({ } due, null) => asOf >= due ? "breached" : asOf >= due - warning ? "approaching" : "running",
        },
        dueAt);
}
