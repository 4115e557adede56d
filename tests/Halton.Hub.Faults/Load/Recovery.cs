using System.Diagnostics;

namespace Halton.Hub.Faults.Load;

/// <summary>Measures from each kill to the first acknowledged call that began after it.</summary>
internal sealed class Recovery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Lock door = new();
    private readonly List<TimeSpan> times = [];
    private long struckAt;
    private long goneAt = long.MaxValue;
    private TaskCompletionSource? waiting;

    /// <summary>All of them.</summary>
    public IReadOnlyList<TimeSpan> Times => times;

    /// <summary>Strikes, and returns when what was struck is gone; a kill that strikes during recovery starts the clock anew.</summary>
    public async Task Strike(Func<Task> kill)
    {
        lock (door)
        {
            (struckAt, goneAt) = (Stopwatch.GetTimestamp(), long.MaxValue);
            waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await kill();
        lock (door)
        {
            goneAt = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>A call that began then was acknowledged now.</summary>
    public void Acknowledged(long beganAt)
    {
        lock (door)
        {
            if (waiting is null || beganAt < goneAt)
            {
                return;
            }

            times.Add(Stopwatch.GetElapsedTime(struckAt));
            waiting.SetResult();
            waiting = null;
        }
    }

    /// <summary>Waits until calls are acknowledged again.</summary>
    public Task Over(CancellationToken ct)
    {
        lock (door)
        {
            return waiting?.Task.WaitAsync(Patience, ct) ?? Task.CompletedTask;
        }
    }
}
