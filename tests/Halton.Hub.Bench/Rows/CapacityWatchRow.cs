using System.Diagnostics;
using Grpc.Core;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// A thousand watches and 200 returns a second: once with each watch on the homes of one area and kind of bed, once with all on everything.
/// Nothing may be lost or doubled, and one watch that does not read is cut off, and goes on from the last token that it read.
/// </summary>
internal static class CapacityWatchRow
{
    private const int Count = 1_000;
    private const int Rate = 200;
    private const double Most = 100;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var folder = await DataFolders.Seeded(options, "many-homes", 1, ct);
        await using var hub = await HubProcess.Start(options, folder, ct);
        await ManyHomes.Make(hub.Database, ct);
        await hub.Database.Do($"update access.partner set max_watches = {Count * 3} where id = '{HubProcess.Partner}'", ct);
        await hub.Database.RaiseRate(ct, HubProcess.Partner, ManyHomes.Speaker);
        await Task.Delay(TimeSpan.FromSeconds(3), ct);
        using var speaker = hub.TokensOf(ManyHomes.Speaker, "TREAT");
        using var reports = new Reports(hub.Grpc, async () => new Metadata { { "authorization", "Bearer " + await speaker.Get(ct) } });
        await reports.Run(Rate, TimeSpan.FromSeconds(10), ct);
        var slow = await SlowReader.Open(hub, ct);
        var narrow = await Case(hub, reports, [.. Enumerable.Range(0, Count).Select(i => new WatchCapacityRequest { LocalAuthority = ManyHomes.Area(i), BedType = ManyHomes.Kinds[i % ManyHomes.Kinds.Length] })], ct);
        var all = await Case(hub, reports, [.. Enumerable.Range(0, Count).Select(_ => new WatchCapacityRequest())], ct);
        var (cut, missing) = await slow.Resume(hub, ct);
        return new RowResult(
            "",
            [.. Figures("one area and kind each", narrow), .. Figures("everything each", all)],
            [
                .. Promises("one area and kind each", narrow),
                .. Promises("everything each", all),
                new Promise("a watch that does not read is cut off", cut, !cut.StartsWith("not cut off", StringComparison.Ordinal)),
                new Promise("with the last token that it read it misses and doubles nothing", missing, missing == "0 missing, 0 doubled"),
            ],
            [
                "A delivery is timed from the moment at which the hub begins the change to the moment at which the watcher has its message: the save itself is in it.",
                "Watchers and reporters run in the benchmark's process on the same cores.",
            ]);
    }

    private static async Task<Outcome> Case(HubProcess hub, Reports reports, IReadOnlyList<WatchCapacityRequest> requests, CancellationToken ct)
    {
        await using var watchers = await Watchers.Open(hub.Grpc, hub.Headers, requests);
        await using var memory = new Memory(hub.Pid);
        var (mark, began, cpu, machine) = (await Mark(hub, ct), Stopwatch.GetTimestamp(), Cpu.Of(hub.Pid), Cpu.OfMachine());
        var (sent, failed, error) = await reports.Run(Rate, Time, ct);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var cores = ((Cpu.Of(hub.Pid) - cpu) / took, (Cpu.OfMachine() - machine) / took);
        var expected = await Expected(hub, mark, requests, ct);
        for (var waited = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(waited) < TimeSpan.FromSeconds(30) && watchers.Counts.Zip(expected).Any(p => p.First < p.Second.Count);)
        {
            await Task.Delay(50, ct);
        }

        var wrong = Enumerable.Range(0, requests.Count).Count(i => (watchers.Counts[i], watchers.Sums[i]) != expected[i]);
        long[] times = [.. watchers.Took.SelectMany(t => t).Order()];
        Progress.Say($"{sent} returns in {Show.Two(took)} s, {times.Length} deliveries, p99 {Show.Two(At(0.99))} ms, {wrong} watchers wrong{(error is null ? "" : ": " + error)}");
        return new Outcome(sent / took, times.Length, At(0.5), At(0.99), times.Length > 0 ? times[^1] / 10_000.0 : 0, wrong, watchers.Errors.Count, failed, watchers.Resumed, memory.Growth, cores.Item1, cores.Item2);

        double At(double share) => times.Length > 0 ? times[(int)(share * (times.Length - 1))] / 10_000.0 : double.NaN;
    }

    private static Task<string> Mark(HubProcess hub, CancellationToken ct) => hub.Database.Value<string>("select pg_current_xact_id()::text", ct);

    // What each watcher had to hear, by the event log itself.
    private static async Task<(long Count, long Sum)[]> Expected(HubProcess hub, string mark, IReadOnlyList<WatchCapacityRequest> requests, CancellationToken ct)
    {
        var events = (await hub.Database.Rows($"select id, payload->>'LocalAuthority' from events.event where kind like 'capacity.%' and xid > '{mark}'::xid8", ct)).ConvertAll(row => (Id: (Guid)row[0]!, Area: (string?)row[1]));
        var byArea = events.GroupBy(e => e.Area ?? "").ToDictionary(g => g.Key, g => (g.LongCount(), g.Sum(e => (long)e.Id.GetHashCode())));
        var all = (events.Count, events.Sum(e => (long)e.Id.GetHashCode()));
        return [.. requests.Select(r => r.LocalAuthority.Length == 0 ? all : byArea.GetValueOrDefault(r.LocalAuthority))];
    }

    private static IEnumerable<Figure> Figures(string what, Outcome o) =>
    [
        new Figure($"{what}: changes a second", Show.Whole(o.Rate)),
        new Figure($"{what}: deliveries", Show.Whole(o.Deliveries)),
        new Figure($"{what}: delivery p50 / p99 / most, ms", $"{Show.Two(o.P50)} / {Show.Two(o.P99)} / {Show.Two(o.Slowest)}"),
        new Figure($"{what}: returns refused with \"try again\" / watches that went on with their token", $"{o.Refused} / {o.Resumed}"),
        new Figure($"{what}: memory of the hub grew by at most, MB", Show.Whole(o.Growth)),
        new Figure($"{what}: cores of the hub / of the machine", $"{Show.Two(o.Cores)} / {Show.Two(o.Machine)}"),
    ];

    private static IEnumerable<Promise> Promises(string what, Outcome o) =>
    [
        new Promise($"{what}: delivery p99 ≤ 100 ms", Show.Two(o.P99), o.P99 <= Most),
        new Promise($"{what}: none lost, none doubled, no error", $"{o.Wrong} watchers wrong, {o.Errors} errors", o is { Wrong: 0, Errors: 0, Deliveries: > 0 }),
    ];

    private sealed record Outcome(double Rate, long Deliveries, double P50, double P99, double Slowest, int Wrong, int Errors, int Refused, int Resumed, double Growth, double Cores, double Machine);
}
