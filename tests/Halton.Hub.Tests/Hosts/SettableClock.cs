namespace Halton.Hub.Tests.Hosts;

/// <summary>The system's clock, put forward at will. Timers run on real time: who waits, asks the clock again when it wakes.</summary>
public sealed class SettableClock : TimeProvider
{
    private long ahead;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Puts it forward.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => TimeProvider.System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <inheritdoc />
    public override long GetTimestamp() => TimeProvider.System.GetElapsedTime(0).Ticks + Interlocked.Read(ref ahead);
}
