using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>The same call on a large database against a small one: both hubs run, and are called in turn.</summary>
internal static class DischargeStatusScaleRow
{
    private const double Most = 1.3;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var (largeFolder, smallFolder) = (await DataFolders.Seeded(options, options.Scale, ct), await DataFolders.Seeded(options, 1, ct));
        await using var large = await HubProcess.Start(options, largeFolder, ct);
        await using var small = await HubProcess.Start(options, smallFolder, ct);
        using var ours = await Callers(large, ct);
        using var theirs = await Callers(small, ct);
        var (many, few) = (await large.Database.Stays(ct), await small.Database.Stays(ct));
        var duel = await Duel.Run(options, await Side(large, $"scale {options.Scale}", ours, ct), await Side(small, "scale 1", theirs, ct), ct);
        return Told(duel, many, few);
    }

    private static async Task<Callers> Callers(HubProcess hub, CancellationToken ct)
    {
        await hub.Database.RaiseRate(ct);
        return new Callers(hub.Grpc, await hub.Database.Numbers(ct), hub.Headers);
    }

    private static async Task<Side> Side(HubProcess hub, string name, Callers callers, CancellationToken ct) =>
        new(name, callers.For, hub.Pid, hub.Database, await hub.Database.Postmaster(ct));

    private static RowResult Told(Duel duel, long many, long few)
    {
        var (p50, p99) = (duel.Median(round => round.Calls.Within(0.5)).Ratio, duel.Median(round => round.Calls.Within(0.99)).Ratio);
        return new RowResult(
            $"{Show.Whole(few)} stays",
            [
                new Figure("stays", Show.Whole(many), Show.Whole(few), Show.Two((double)many / few)),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                duel.Line("calls a second, 64 callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("CPU a call, server + PostgreSQL, µs", round => round.PerCall, Show.Whole),
            ],
            [
                new Promise("p50 ≤ 1.3 × the small database's", Show.Two(p50), p50 <= Most),
                new Promise("p99 ≤ 1.3 × the small database's", Show.Two(p99), p99 <= Most),
                new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0),
            ],
            [duel.Note()]);
    }
}
