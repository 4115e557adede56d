using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Events;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Halton.Hub.Placement.Matching;

/// <summary>
/// Every care home in memory, kept true by the event log: what happens to a home makes it be read again. Who compares homes reads a picture
/// that never changes under them; the database stays the judge when a bed is held.
/// </summary>
public sealed partial class HomeIndex(EventLog log, EventFeed feed, NpgsqlDataSource source, TimeProvider clock, ILogger<HomeIndex> logger) : BackgroundService
{
    private const string Reader = "SYSTEM:EventFeed";
    private const int Page = 500;
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Guid, int> places = [];
    private volatile Picture? latest;

    /// <summary>The homes as they are known now. Fault: INDEX_NOT_READY.</summary>
    internal Picture Now => latest ?? throw Fault.Retry(FaultKind.Unavailable, "INDEX_NOT_READY", "The hub is still reading the homes. Try again.", Nap);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        EventPosition? position = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                position ??= await Load(stoppingToken);
                position = await Follow(position.Value, stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // The place in the log stands, so that nothing is missed.
                LogInterrupted(logger, e.GetType().Name);
                await Task.Delay(Nap, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static Guid? HomeOf(object payload) => payload switch
    {
        CapacityState state => state.HomeId,
        CareHomeChange change => change.HomeId,
        ValidationState validation => validation.HomeId,
        SanctionState sanction => sanction.HomeId,
        _ => null,
    };

    // The place is taken before the homes are read: what happens meanwhile is read again rather than missed.
    private async Task<EventPosition> Load(CancellationToken ct)
    {
        var position = await log.Now(ct);
        Take(await HomeIndexSql.Read(source, null, ct));
        return position;
    }

    private async Task<EventPosition> Follow(EventPosition position, CancellationToken ct)
    {
        var (events, more) = feed.After(position);
        events ??= await log.After(position, Reader, Page, ct);
        var changed = events.Select(e => HomeOf(e.Payload)).OfType<Guid>().ToHashSet();
        if (changed.Count > 0)
        {
            Take(await HomeIndexSql.Read(source, changed, ct));
        }

        if (events.Count == 0)
        {
            await more.WaitAsync(Nap, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            return position;
        }

        return events[^1].At;
    }

    private void Take(List<IndexedHome> homes)
    {
        var all = latest?.Homes.ToList() ?? new List<IndexedHome>(homes.Count);
        foreach (var home in homes)
        {
            if (places.TryGetValue(home.Id, out var place))
            {
                all[place] = home;
            }
            else
            {
                places.Add(home.Id, all.Count);
                all.Add(home);
            }
        }

        latest = new Picture([.. all], clock.GetUtcNow());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading of homes was interrupted ({Error}); reading again")]
    private static partial void LogInterrupted(ILogger log, string error);

    /// <summary>The homes at one moment.</summary>
    /// <param name="Homes">All of them.</param>
    /// <param name="AsOf">The moment.</param>
    internal sealed record Picture(IndexedHome[] Homes, DateTimeOffset AsOf);
}
