namespace Halton.Hub.Clock;

/// <summary>Under which name the clock's metrics and traces are found.</summary>
public static class ClockTelemetry
{
    /// <summary>Its meter and its source of traces.</summary>
    public const string Name = "Halton.Hub.Jobs";
}
