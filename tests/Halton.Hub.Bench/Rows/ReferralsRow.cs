using System.Globalization;
using System.Text.RegularExpressions;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;
using Halton.Hub.Faults;

namespace Halton.Hub.Bench.Rows;

/// <summary>Referrals a second: by gRPC against pgbench running the same statements, and by message against gRPC.</summary>
internal static partial class ReferralsRow
{
    private const double Least = 0.6;

    // As many as a hub has connections on two cores: more of them only wait for each other.
    private const int Connections = 16;

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "referrals", 1, ct), ct);
        await hub.Database.RaiseRate(ct);
        using var tokens = hub.TokensOf(HubProcess.Partner, "TREAT");
        using var callers = new ReferralCallers(hub.Grpc, hub.Http, tokens, Message());
        var script = await Script(hub, callers, ct);
        using var reference = await Pgbench.For(hub.Database, "hub_app", Connections, [script], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var made = await Duel.Run(
            options, new Side("hub", callers.ByGrpc, hub.Pid, hub.Database, postmaster), new Side("pgbench", reference.Run, null, hub.Database, postmaster), ct);
        var sent = await Duel.Run(
            options, new Side("messages", callers.ByMessage, hub.Pid, hub.Database, postmaster), new Side("gRPC", callers.ByGrpc, hub.Pid, hub.Database, postmaster), ct);
        var ratio = made.Median(round => round.Calls.PerSecond).Ratio;
        return new RowResult(
            "pgbench, and for messages gRPC",
            [
                made.Line($"referrals a second, {ReferralCallers.Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                made.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                made.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                new Figure("CPU a referral, server, µs", Show.Whole(made.Median(round => round.ServerPerCall).Hub)),
                made.Line("CPU a referral, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
                sent.Line("messages a second", round => round.Calls.PerSecond, Show.Whole),
                sent.Line("messages: p50, ms", round => round.Calls.Within(0.5), Show.Two),
                sent.Line("messages: p99, ms", round => round.Calls.Within(0.99), Show.Two),
                sent.Line("messages: CPU, server, µs", round => round.ServerPerCall, Show.Whole),
            ],
            [
                new Promise("referrals a second ≥ 0.6 of pgbench's", Show.Two(ratio), ratio >= Least),
                new Promise("no errors", Show.Whole(made.Errors + sent.Errors), made.Errors + sent.Errors == 0),
            ],
            [made.Note(), $"messages: {sent.Note()}"]);
    }

    // The example of a new referral, for somebody whose number is not known, at a time to come.
    private static string Message()
    {
        var text = File.ReadAllText(Path.Combine(Places.Root, "schema", "fhir", "Bundle-example-new-referral.json"));
        return Number().Replace(text, "")
            .Replace("\"code\": \"01\"", "\"code\": \"03\"", StringComparison.Ordinal)
            .Replace("2026-11-26T11:00:00Z", TimeProvider.System.GetUtcNow().AddDays(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    // What the hub asks of the database for one referral, with what differs from one to the next as variables of the script.
    private static async Task<string> Script(HubProcess hub, ReferralCallers callers, CancellationToken ct)
    {
        await callers.Refer(0);
        var (asked, made) = ("", "");
        var heard = await StatementLog.Listen(
            hub.Database,
            log => log.Changing(
                () =>
                {
                    var (request, referral) = callers.Refer(0).GetAwaiter().GetResult();
                    (asked, made) = (request.RequestId, referral.ReferralId);
                },
                ct),
            ct);

        // A colon before a letter means a variable to pgbench, in a text too.
        var text = Words().Replace(Pgbench.Script(heard), ": $1")
            .Replace($"'{HubProcess.Partner} {asked}'", $"'{HubProcess.Partner} ' || :asked", StringComparison.Ordinal)
            .Replace($"'{asked}'", ":asked", StringComparison.Ordinal)
            .Replace($"'{{{made}}}'", "array[:made]::uuid[]", StringComparison.Ordinal)
            .Replace($"'{made}'", ":made", StringComparison.Ordinal);
        return "select gen_random_uuid() as asked, gen_random_uuid() as made \\gset\n" + Pgbench.Fresh(text);
    }

    [GeneratedRegex(":(true|false|null)")]
    private static partial Regex Words();

    [GeneratedRegex(",\\s*\"value\": \"9990000018\"")]
    private static partial Regex Number();
}
