using Grpc.Core;
using Halton.Hub.Bench.Bare;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// Discharge status by NHS number, with everything the hub promises around it, against a bare service that reads the same row from the
/// same database and does nothing else.
/// </summary>
internal static class DischargeStatusRow
{
    private const double LeastThroughput = 0.75;
    private const double MostCpu = 1.4;
    private const int Compared = 200;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var folder = await DataFolders.Seeded(options, 1, ct);
        await using var hub = await HubProcess.Start(options, folder, ct);
        await hub.Database.RaiseRate(ct);
        var numbers = await hub.Database.Numbers(ct);
        var (bare, address) = await StartBare(hub.Database, ct);
        await using var ended = bare;
        using var ours = new Callers(hub.Grpc, numbers, hub.Headers);
        using var theirs = new Callers(address, numbers, () => new ValueTask<Metadata?>(default(Metadata)));
        await Compare(ours, theirs, numbers);

        var postmaster = await hub.Database.Postmaster(ct);
        var mark = await hub.Database.AuditMark(ct);
        var duel = await Duel.Run(options, new Side("hub", ours.For, hub.Pid, hub.Database, postmaster), new Side("bare", theirs.For, bare.Pid, hub.Database, postmaster), ct);
        var rows = await hub.Database.AuditRowsSince(mark, ct);
        return Told(duel, rows, duel.Answered);
    }

    private static async Task<(ChildProcess Bare, Uri Address)> StartBare(HubDatabase database, CancellationToken ct)
    {
        var environment = new Dictionary<string, string> { [BareCommand.Database] = database.Connection };
        var (bare, line, _) = await ChildProcess.Start(typeof(BareCommand).Assembly.Location, ["bare"], BareCommand.Ready, environment, ct);
        return (bare, new Uri(line[BareCommand.Ready.Length..]));
    }

    // The reference must give the very same answers, or its cost would be that of another question.
    private static async Task Compare(Callers ours, Callers theirs, string[] numbers)
    {
        foreach (var number in numbers.Take(Compared))
        {
            var (answer, reference) = (await ours.Ask(number), await theirs.Ask(number));
            if (!answer.Equals(reference))
            {
                throw new BenchFailed($"The bare reference answers otherwise than the hub for stay {answer.DischargeId}: {answer.CalculateSize()} and {reference.CalculateSize()} bytes.");
            }
        }
    }

    private static RowResult Told(Duel duel, long auditRows, long answered)
    {
        var throughput = duel.Median(round => round.Calls.PerSecond).Ratio;
        var cpu = duel.Median(round => round.PerCall).Ratio;
        return new RowResult(
            "bare",
            [
                duel.Line("calls a second, 64 callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                duel.Line("CPU a call, server, µs", round => round.ServerPerCall, Show.Whole),
                duel.Line("CPU a call, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
                duel.Line("CPU a call, server + PostgreSQL, µs", round => round.PerCall, Show.Whole),
            ],
            [
                new Promise("throughput ≥ 0.75 of bare (aim 0.9)", Show.Two(throughput), throughput >= LeastThroughput),
                new Promise("CPU a call, server + PostgreSQL, ≤ 1.4 × bare (aim 1.2)", Show.Two(cpu), cpu <= MostCpu),
                new Promise("an audit row for every answer", $"{Show.Whole(auditRows)} of {Show.Whole(answered)}", auditRows == answered),
                new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0),
            ],
            [duel.Note(), "The CPU promise is on the serving process and all PostgreSQL processes together; each alone is shown for orientation."]);
    }
}
