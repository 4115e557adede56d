using System.Text.RegularExpressions;
using Grpc.Core;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;
using Halton.Hub.Client;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Faults.Beds;

namespace Halton.Hub.Bench.Rows;

/// <summary>
/// Beds held and let go through gRPC by 64 assessors, each with a person and a home of its own, against the same statements, heard from the hub
/// itself, run by PostgreSQL's own load generator in transactions like the hub's.
/// </summary>
internal static partial class ReservationsRow
{
    private const double Least = 0.6;
    private const int Callers = 64;
    private const int Beds = 5;
    // As many as a hub has connections on two cores: more of them only wait for each other.
    private const int Connections = 16;
    private const string Assessors = "trusted-assessor";

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "reservations", 1, ct), ct);
        var name = $"R{Guid.CreateVersion7():N}"[..16];
        await hub.Database.Do(WardSql.Lift, ct);
        await hub.Database.Do(WardSql.People(name, Callers), ct);
        await hub.Database.Do(WardSql.Beds(name, Callers, Beds), ct);
        await hub.Database.Do("vacuum analyze", ct);
        // The hub reads partners and policy anew within seconds.
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        using var tokens = hub.TokensOf(Assessors, "TREAT");
        using var callers = new ReservationCallers(hub.Grpc, [.. Enumerable.Range(1, Callers).Select(n => ($"{WardSql.Uuid($"{name} assessed {n}")}", $"1-{name}-{n}"))], Headers);
        var script = await Script(hub, callers, name, ct);
        using var reference = await Pgbench.For(hub.Database, "hub_app", Connections, [script], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(
            options,
            new Side("hub", callers.For, hub.Pid, hub.Database, postmaster),
            new Side("pgbench", async (time, end) => Twice(await reference.Run(time, end)), null, hub.Database, postmaster),
            ct);
        var ratio = duel.Median(round => round.Calls.PerSecond).Ratio;
        return new RowResult(
            "pgbench",
            [
                duel.Line($"reservations and releases a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms (pgbench: of both together)", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms (pgbench: of both together)", round => round.Calls.Within(0.99), Show.Two),
                new Figure("CPU a call, server, µs", Show.Whole(duel.Median(round => round.ServerPerCall).Hub)),
                duel.Line("CPU a call, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
                new Figure("statements of the two", Show.Whole(Statement().Count(script))),
            ],
            [
                new Promise("reservations a second ≥ 0.6 of pgbench's", Show.Two(ratio), ratio >= Least),
                new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0),
            ],
            [duel.Note()]);

        async Task<Metadata> Headers() => new() { { "authorization", "Bearer " + await tokens.Get(ct) }, { "purpose-of-use", "TREAT" } };
    }

    // What the hub asks of the database for one bed held and let go, with what differs from one to the next as variables of the script.
    private static async Task<string> Script(HubProcess hub, ReservationCallers callers, string name, CancellationToken ct)
    {
        await callers.Once(0);
        (ReserveBedRequest Asked, Reservation Held, ReleaseBedRequest Left)? done = null;
        var heard = await StatementLog.Listen(hub.Database, log => log.Changing(() => done = callers.Once(0).GetAwaiter().GetResult(), ct), ct);
        var (asked, held, left) = done!.Value;
        var variables = new Dictionary<string, string>
        {
            [asked.RequestId] = "asked",
            [left.RequestId] = "left",
            [held.ReservationId] = "held",
            [held.AssessmentId] = "assessment",
            [held.DischargeId] = "stay",
            [held.CareHomeId] = "home",
            [held.LocationId] = "location",
        };
        var first = $"select md5('{name} assessed ' || :client_id + 1)::uuid as assessment, md5('{name} ' || :client_id + 1)::uuid as stay, md5('{name} home ' || :client_id + 1)::uuid as home, "
            + $"'1-{name}-' || :client_id + 1 as location, gen_random_uuid() as asked, gen_random_uuid() as left, gen_random_uuid() as held \\gset\n";
        // A colon before a letter means a variable to pgbench, in a text too.
        var text = first + Pgbench.Script(heard).Replace("'SYSTEM:", "'SYSTEM' || chr(58) || '", StringComparison.Ordinal);
        foreach (var (value, variable) in variables)
        {
            text = text
                .Replace($"'{value}'", $":{variable}", StringComparison.Ordinal)
                .Replace($"'{Assessors} {value}'", $"'{Assessors} ' || :{variable}", StringComparison.Ordinal)
                .Replace($"'{{{value}}}'", variable == "location" ? $"array[:{variable}]::text[]" : $"array[:{variable}]::uuid[]", StringComparison.Ordinal);
        }

        return Pgbench.Fresh(text);
    }

    private static Calls Twice(Calls pairs) => pairs with { Took = [.. pairs.Took.SelectMany(took => new[] { took, took })] };

    [GeneratedRegex(";\n")]
    private static partial Regex Statement();
}
