using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults.Load;

/// <summary>The load of a scenario: two trusts write, they and the council read and watch. Bounded: nobody sends faster than answers come.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly CancellationTokenSource noMoreCalls = new();
    private readonly CancellationTokenSource noMoreEvents = new();
    private readonly HubProcess hub;
    private readonly List<HubDoor> doors;
    private readonly List<Task> calls = [];
    private readonly List<Task> watches = [];

    private Traffic(HubProcess hub, int seed)
    {
        this.hub = hub;
        LogFrom = hub.LogLength;
        Name = $"F{Guid.CreateVersion7():N}"[..14] + $"{seed % 1000:000}";
        doors = [new HubDoor(hub, "rww", "RWW"), new HubDoor(hub, "rbn", "RBN"), new HubDoor(hub, "hbc", "E06000006")];
        Watchers = doors.ConvertAll(door => new Watcher(door, History));
        Random = new Random(seed);
    }

    /// <summary>Begins the spell identifier of every stay of this load.</summary>
    public string Name { get; }

    /// <summary>How long the hub's log was when it began.</summary>
    public long LogFrom { get; }

    /// <summary>What happened.</summary>
    public History History { get; } = new();

    /// <summary>Those who watch.</summary>
    public IReadOnlyList<Watcher> Watchers { get; }

    /// <summary>Where the event log stood when the watches began.</summary>
    public LogPlace From { get; private set; }

    /// <summary>The scenario's own random choices.</summary>
    public Random Random { get; }

    /// <summary>Opens the watches, then lets readers and writers go.</summary>
    public static async Task<Traffic> Start(HubProcess hub, int seed, CancellationToken ct)
    {
        var traffic = new Traffic(hub, seed);
        traffic.watches.AddRange(traffic.Watchers.Select(watcher => Task.Run(() => watcher.Run(traffic.noMoreEvents.Token), ct)));
        await Task.WhenAll(traffic.Watchers.Select(w => w.Begun)).WaitAsync(Patience, ct);
        traffic.From = await LogPlace.End(hub.OwnerConnection, ct);

        var (known, numbers) = (new KnownStays(), new NhsNumbers());
        string[] sites = ["RWWWH", "RBN01"];
        for (var i = 0; i < 4; i++)
        {
            var writer = new Writer(traffic.doors[i % 2], sites[i % 2], $"{traffic.Name}-{i}", traffic.History, known, numbers, new Random(traffic.Random.Next()));
            var reader = new Reader(traffic.doors[i % 2], traffic.History, known, new Random(traffic.Random.Next()));
            traffic.calls.Add(Task.Run(() => writer.Run(traffic.noMoreCalls.Token), ct));
            traffic.calls.Add(Task.Run(() => reader.Run(traffic.noMoreCalls.Token), ct));
        }

        return traffic;
    }

    /// <summary>Waits for a random time between two bounds, in milliseconds.</summary>
    public Task Pause(int least, int most, CancellationToken ct) => Task.Delay(Random.Next(least, most), ct);

    /// <summary>Ends the calls; writes under way are brought to their end.</summary>
    public async Task StopCalls(CancellationToken ct)
    {
        await noMoreCalls.CancelAsync();
        await Task.WhenAll(calls).WaitAsync(ct);
    }

    /// <summary>Waits until every watch has heard as many events as there are, or for long enough; then ends them.</summary>
    public async Task Heard(CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        foreach (var watcher in Watchers)
        {
            var committed = await CommittedEvents.Read(hub.OwnerConnection, watcher.Organization, From, ct);
            while (watcher.Count < committed.Count && !patience.IsCancellationRequested)
            {
                await Task.Delay(20, ct);
            }
        }

        // One that would come twice has a moment to do so.
        await Task.Delay(200, ct);
        await EndWatches(ct);
    }

    /// <summary>Ends the watches.</summary>
    public async Task EndWatches(CancellationToken ct)
    {
        await noMoreEvents.CancelAsync();
        await Task.WhenAll(watches).WaitAsync(ct);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await noMoreCalls.CancelAsync();
        await noMoreEvents.CancelAsync();
        await Task.WhenAll([.. calls, .. watches]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        doors.ForEach(door => door.Dispose());
        noMoreCalls.Dispose();
        noMoreEvents.Dispose();
    }
}
