using System.Diagnostics;
using System.Text.Json;
using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;

namespace Halton.Hub.Bench.Rows;

/// <summary>The indicators of a day, asked by a voluntary partner, against the same statement run by pgbench; and what it costs to count a day, over a year and over ten times as many stays.</summary>
internal static class KpisRow
{
    private const int Callers = 16;
    private const int Days = 30;
    private const string Partner = "vcfse-1";
    private const string Document = "{ kpis { code { code display } unit asOf status value numerator denominator groups { group { code display } status value numerator denominator } } }";

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        var (many, manyStays) = await Counting(options, 10, ct);
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "kpis", 1, ct), ct);
        var (few, fewStays) = await Counted(hub.Database, ct);
        await ChildProcess.Run(options.Server, ["jobs", "run", "KpiSnapshot", "--data", options.Folder("kpis")], ct);
        await hub.Database.RaiseRate(ct, Partner);
        await hub.Database.Do("update access.partner set cost_per_minute = 1000000000", ct);
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        using var tokens = hub.TokensOf(Partner, "TREAT");
        var body = JsonSerializer.Serialize(new { query = Document });
        using var callers = new GraphCallers(new Requests(hub.Http, tokens, [token => HttpLine.Request(hub.Http, token, "TREAT", body, "/graphql")]), Callers, (status, answer) => status == 200 && answer.Span.StartsWith("{\"data\":{\"kpis\":[{"u8));
        _ = callers.Ask(0);
        var statement = (await StatementLog.Listen(hub.Database, log => log.Of(() => callers.Ask(0), ct), ct)).Single(heard => heard.Contains("from insight.kpi", StringComparison.Ordinal));
        using var reference = await Pgbench.For(hub.Database, "hub_directory", Callers, [Pgbench.Script([statement])], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(options, new Side("hub", callers.For, hub.Pid, hub.Database, postmaster), new Side("pgbench", reference.Run, null, hub.Database, postmaster), ct);
        return new RowResult(
            "pgbench",
            [
                duel.Line($"answers a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                new Figure("CPU an answer, server, µs", Show.Whole(duel.Median(round => round.ServerPerCall).Hub)),
                duel.Line("CPU an answer, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
                new Figure($"ms to count a day, {Show.Whole(fewStays)} / {Show.Whole(manyStays)} stays", $"{Show.Two(few)} / {Show.Two(many)}"),
            ],
            [new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0)],
            [duel.Note(), "No figure is promised here: indicators are read as they are kept, and counted by the clock."]);
    }

    private static async Task<(double Milliseconds, long Stays)> Counting(BenchOptions options, int scale, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, scale, ct), ct);
        return await Counted(hub.Database, ct);
    }

    // The median of the days of the last month, each by itself, as the clock counts them.
    private static async Task<(double Milliseconds, long Stays)> Counted(HubDatabase database, CancellationToken ct)
    {
        var took = new List<double>();
        for (var ago = 0; ago < Days; ago++)
        {
            var began = Stopwatch.GetTimestamp();
            _ = await database.Value<long>($"select count(c.code) from set_config('hub.org', 'SYSTEM:KpiSnapshot', false) clock cross join lateral insight.counted(case when clock <> '' then current_date - {ago} end) c", ct);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return (took.Order().ElementAt(Days / 2), await database.Stays(ct));
    }
}
