using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>A discharge read as an Encounter at the FHIR door, against the same discharges asked for at the gRPC door of the same hub.</summary>
internal static class FhirReadRow
{
    private const int Callers = 16;
    private const int Stays = 2_000;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, 1, ct), ct);
        await hub.Database.RaiseRate(ct);
        var stays = await hub.Database.Rows(
            $"select id::text, nhs_number from discharge.stay s where trust = '{HubProcess.Trust}' and nhs_number_status = '01' order by hashtext(nhs_number) limit {Stays}", ct);
        using var tokens = hub.TokensOf(HubProcess.Partner, "TREAT");
        var requests = new Requests(hub.Http, tokens, [.. stays.Select<object?[], Func<string, byte[]>>(stay => token => HttpLine.Read(hub.Http, token, "TREAT", $"Encounter/{stay[0]}"))]);
        using var fhir = new GraphCallers(requests, Callers, (status, body) => status == 200 && body.Span.StartsWith("{\"resourceType\":\"Encounter\""u8));
        using var grpc = new Callers(hub.Grpc, [.. stays.Select(stay => (string)stay[1]!)], hub.Headers);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(options, new Side("FHIR", fhir.For, hub.Pid, hub.Database, postmaster), new Side("gRPC", grpc.For, hub.Pid, hub.Database, postmaster), ct);
        return new RowResult(
            "gRPC",
            [
                duel.Line($"reads a second, {Callers} callers (gRPC: 64)", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                duel.Line("CPU a read, server, µs", round => round.ServerPerCall, Show.Whole),
                duel.Line("CPU a read, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
            ],
            [new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0)],
            [duel.Note(), "No figure is promised here: the row shows what FHIR JSON costs beside the typed messages."]);
    }
}
