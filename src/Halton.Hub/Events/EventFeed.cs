using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Events;

/// <summary>
/// The node's one reader of the event log. It keeps the newest events in memory for all watches of the node; a watch that lies further
/// back reads the log itself. Watches pull, so nothing is ever buffered for a slow one.
/// </summary>
public sealed partial class EventFeed(EventLog log, NpgsqlDataSource source, ILogger<EventFeed> logger) : BackgroundService
{
    private const string Reader = "SYSTEM:EventFeed";
    private const int Kept = 10_000;
    private const int PageSize = 1_000;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMilliseconds(50);

    // The first event after a silence goes out at once; those that follow gather for a moment, so that a thousand watches wake fifty times a
    // second at most and not for each commit.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly Lock door = new();
    private readonly List<HubEvent> newest = [];
    private EventPosition keptFrom;
    private bool reading;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Events behind a position, at most a page, or null when they are no longer, or not yet, in memory. The task completes when there is more.
    /// </summary>
    public (IReadOnlyList<HubEvent>? Events, Task More) After(EventPosition position)
    {
        lock (door)
        {
            if (!reading || position < keptFrom)
            {
                return (null, changed.Task);
            }

            var (low, high) = (0, newest.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = newest[middle].At <= position ? (middle + 1, high) : (low, middle);
            }

            return (newest.GetRange(low, Math.Min(newest.Count - low, 256)), changed.Task);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Follow(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                LogInterrupted(logger, e.GetType().Name);
                Publish([], interrupted: true);
                await Task.Delay(TimeSpan.FromMilliseconds(250), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Follow(CancellationToken ct)
    {
        await using var listener = await EventLog.Listen(source, ct);
        var position = await Start(ct);
        while (true)
        {
            var events = await log.After(position, Reader, PageSize, ct);
            if (events.Count > 0)
            {
                position = events[^1].At;
                Publish(events, interrupted: false);
                await Task.Delay(events.Count < PageSize ? Breath : TimeSpan.Zero, ct);
            }

            if (events.Count < PageSize)
            {
                await listener.WaitAsync(LongestSleep, ct);
            }
        }
    }

    private async Task<EventPosition> Start(CancellationToken ct)
    {
        var position = await log.Now(ct);
        lock (door)
        {
            newest.Clear();
            (keptFrom, reading) = (position, true);
        }

        Publish([], interrupted: false);
        return position;
    }

    private void Publish(List<HubEvent> events, bool interrupted)
    {
        TaskCompletionSource waiting;
        lock (door)
        {
            reading = reading && !interrupted;
            newest.AddRange(events);
            if (newest.Count > Kept)
            {
                var dropped = newest.Count - Kept;
                keptFrom = newest[dropped - 1].At;
                newest.RemoveRange(0, dropped);
            }

            waiting = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading of events was interrupted ({Error}); reading again")]
    private static partial void LogInterrupted(ILogger log, string error);
}
