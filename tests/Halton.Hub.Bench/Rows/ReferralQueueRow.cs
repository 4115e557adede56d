using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;

namespace Halton.Hub.Bench.Rows;

/// <summary>The first page of a queue of 5,000 open referrals among 50,000, against the same statement run by pgbench.</summary>
internal static class ReferralQueueRow
{
    private const int Callers = 16;
    private const int Page = 50;
    private const string Team = "hicafs";

    private const string Queue = """
        insert into referrals.referral (id, journey_id, journey_started_at, service, performer, requester, council, nhs_number_status, patient, from_hospital_bed, requested_tier, tier, conditions, reason_text,
            state, referred_at, requested_at, ended_at, outcome, due_elapsed, due_service, breach_at, warn_at, history, version, changed_at)
        select gen_random_uuid(), gen_random_uuid(), at, 'hicafs', 'HICAFS', 'RWW', 'E06000006', '03', '{"Family":"Benchford","Given":["Ada"],"AddressLines":[],"Phones":[],"Emails":[],"Restricted":false}',
            false, 'halton-72h', 'halton-72h', '{falls}', 'Fell in the kitchen.', case when n <= 5000 then 'requested' else 'completed' end, at, at, case when n > 5000 then at end,
            case when n > 5000 then 'independent' end, at + interval '72 hours', at + interval '6 days', at + interval '72 hours', at + interval '60 hours', '{"Triages":[],"Allocations":[],"Contacts":[]}', 1, at
        from (select n, now() - make_interval(mins => (n * 7919) % 4000) as at from generate_series(1, 50000) n) people
        where not exists (select from referrals.referral where reason_text = 'Fell in the kitchen.')
        """;

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "referral-queue", 1, ct), ct);
        await hub.Database.Do(Queue, ct);
        await hub.Database.Do("vacuum analyze", ct);
        await hub.Database.RaiseRate(ct, Team);
        using var tokens = hub.TokensOf(Team, "TREAT");
        using var callers = new ReferralCallers(hub.Grpc, hub.Http, tokens, "");
        using var reference = await Pgbench.For(hub.Database, "hub_app", Callers, [await Script(hub, callers, ct)], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(
            options,
            new Side("hub", (time, end) => callers.Queue(Callers, Page, time, end), hub.Pid, hub.Database, postmaster),
            new Side("pgbench", reference.Run, null, hub.Database, postmaster),
            ct);
        return new RowResult(
            "pgbench",
            [
                new Figure("open referrals", Show.Whole(await hub.Database.Value<long>("select count(*) from referrals.referral where ended_at is null", ct))),
                duel.Line($"pages of {Page} a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                new Figure("CPU a page, server, µs", Show.Whole(duel.Median(round => round.ServerPerCall).Hub)),
                duel.Line("CPU a page, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
            ],
            [new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0)],
            [duel.Note(), "No figure is promised here: the row shows what clocks, codes in words and the audit cost beside the statement alone."]);
    }

    // The queue's own statement, behind the same wall.
    private static async Task<string> Script(HubProcess hub, ReferralCallers callers, CancellationToken ct)
    {
        await callers.Queue(1, Page, TimeSpan.FromMilliseconds(1), ct);
        var heard = await StatementLog.Listen(hub.Database, log => log.Of(() => callers.Queue(1, Page, TimeSpan.FromMilliseconds(1), ct).GetAwaiter().GetResult(), ct), ct);
        var asked = heard.First(statement => statement.Contains("referrals.access", StringComparison.Ordinal));
        return Pgbench.Script(["begin", "select set_config('hub.org', 'HICAFS', true)", asked, "commit"]);
    }
}
