using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Bench.Rows;

/// <summary>The board round of a ward inside a hospital with years of history, against the same statement run by pgbench; and how the ward stood a month ago.</summary>
internal static class BoardRoundRow
{
    private const double Least = 0.4;
    private const int Callers = 8;
    private const string Site = "RBN01";
    private const string Ward = "1A Acute Medical";
    private const string Partner = "rbn";

    // Two of three who are in hospital have left, which leaves 450 in both hospitals; and what is over is spread over three years.
    private const string ThreeYears = """
        update discharge.stay s set state = 4, discharged_at = s.admitted_at + interval '5 hours', discharge_method = '1', discharge_destination = '19' from (
            select id, row_number() over (order by site, ward, id) as nth from discharge.stay where state <= 3) i
        where i.id = s.id and i.nth % 3 <> 0 and (select count(*) from discharge.stay where state <= 3) > 450;
        update discharge.stay s set admitted_at = s.admitted_at - make_interval(years => abs(hashtext(s.id::text)) % 3), discharged_at = s.discharged_at - make_interval(years => abs(hashtext(s.id::text)) % 3)
        where s.state = 4 and not exists (select from discharge.stay where admitted_at < now() - interval '2 years')
        """;

    // What comes is counted and not read, as pgbench does with its rows: the callers of a hub are other machines.
    private static readonly Method<GetBoardRoundRequest, byte[]> Unread = new(
        MethodType.Unary,
        DischargeService.Descriptor.FullName,
        nameof(DischargeService.DischargeServiceClient.GetBoardRound),
        Marshallers.Create(request => request.ToByteArray(), GetBoardRoundRequest.Parser.ParseFrom),
        Marshallers.Create(bytes => bytes, bytes => bytes));

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "board-round", 3, ct), ct);
        await hub.Database.Do(ThreeYears, ct);
        await hub.Database.Do("vacuum analyze", ct);
        await hub.Database.RaiseRate(ct, Partner);
        using var tokens = hub.TokensOf(Partner, "TREAT");
        using var channel = GrpcChannel.ForAddress(hub.Grpc);
        var line = channel.CreateCallInvoker();
        var (ward, past) = (new GetBoardRoundRequest { Site = Site, Ward = Ward }, new GetBoardRoundRequest { Site = Site, Ward = Ward, Date = $"{TimeProvider.System.GetUtcNow().AddDays(-30):yyyy-MM-dd}" });
        var people = BoardRound.Parser.ParseFrom(await Ask(ward)).Entries.Count;
        var (current, then) = (await Compare(ward), await Compare(past));
        var p99 = current.Median(round => round.Calls.Within(0.99));
        var ratio = p99.Reference / p99.Hub;
        return new RowResult(
            "pgbench",
            [
                new Figure("in hospital", Show.Whole(await hub.Database.Value<long>("select count(*) from discharge.stay where state <= 3", ct))),
                new Figure("stays, and years of them", $"{await hub.Database.Value<long>("select count(*) from discharge.stay", ct)}, {await hub.Database.Value<decimal>("select round(extract(epoch from max(admitted_at) - min(admitted_at))::numeric / 31557600, 1) from discharge.stay", ct)}"),
                new Figure("people on the ward", Show.Whole(people)),
                current.Line($"rounds a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                current.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                current.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                current.Line("CPU a round, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
                new Figure("CPU a round, server, µs", Show.Whole(current.Median(round => round.ServerPerCall).Hub)),
                then.Line("a month ago: rounds a second", round => round.Calls.PerSecond, Show.Whole),
                then.Line("a month ago: p99, ms", round => round.Calls.Within(0.99), Show.Two),
            ],
            [
                new Promise("pgbench's p99 ≥ 0.4 of the hub's", Show.Two(ratio), ratio >= Least),
                new Promise("no errors", Show.Whole(current.Errors + then.Errors), current.Errors + then.Errors == 0),
            ],
            [current.Note(), $"a month ago: {then.Note()}"]);

        async Task<byte[]> Ask(GetBoardRoundRequest request) => await line.AsyncUnaryCall(
            Unread,
            null,
            new CallOptions(new Metadata { { "authorization", "Bearer " + await tokens.Get(ct) }, { "purpose-of-use", "TREAT" } }, cancellationToken: ct),
            request);

        async Task<Duel> Compare(GetBoardRoundRequest request)
        {
            await Ask(request);
            var heard = await StatementLog.Listen(hub.Database, log => log.Of(() => Ask(request).GetAwaiter().GetResult(), ct), ct);
            var asked = heard.First(statement => statement.Contains("discharge.access", StringComparison.Ordinal));
            using var reference = await Pgbench.For(hub.Database, "hub_app", Callers, [Pgbench.Script(["begin", "select set_config('hub.org', 'RBN', true)", asked, "commit"])], ct);
            var postmaster = await hub.Database.Postmaster(ct);
            return await Duel.Run(
                options,
                new Side("hub", (time, end) => Crowd.For(Callers, (_, took) => Crowd.Timed(took, () => Ask(request)), time, end), hub.Pid, hub.Database, postmaster),
                new Side("pgbench", reference.Run, null, hub.Database, postmaster),
                ct);
        }
    }
}
