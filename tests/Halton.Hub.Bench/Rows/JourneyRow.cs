using System.Text.Json;
using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Sql;

namespace Halton.Hub.Bench.Rows;

/// <summary>One person's way through the services, asked by the council of residence, against the same statements run by pgbench.</summary>
internal static class JourneyRow
{
    private const int Callers = 16;
    private const int People = 200;
    private const string Council = "hbc";

    private const string Document = """
        query($n: String!) { journey(nhsNumber: $n) { patient { name { family given } } steps(first: 20) { nodes { kind at happened { code display } organization recordId } pageInfo { hasNextPage } }
          openMatters { kind next { code display } owner dueAt } } }
        """;

    // Two referrals of everybody in hospital who lives in Halton, three of those who are asked for; and placements that have ended.
    private const string Made = """
        with people as (select s.nhs_number, row_number() over (order by hashtext(s.nhs_number)) as place
            from discharge.stay s join discharge.access a on a.stay_id = s.id and a.org = 'E06000006' where s.nhs_number_status = '01' group by s.nhs_number),
        asked as (insert into referrals.referral (id, journey_id, journey_started_at, service, performer, requester, council, nhs_number, nhs_number_status, patient, from_hospital_bed, requested_tier, tier,
            conditions, reason_text, state, referred_at, requested_at, ended_at, outcome, due_elapsed, due_service, breach_at, warn_at, history, version, changed_at)
        select gen_random_uuid(), gen_random_uuid(), at, 'hicafs', 'HICAFS', 'RWW', 'E06000006', nhs_number, '01', '{"Family":"Benchford","Given":["Ada"],"AddressLines":[],"Phones":[],"Emails":[],"Restricted":false}',
            false, 'halton-72h', 'halton-72h', '{falls}', 'Fell in the hall.', 'completed', at, at, at, 'independent', at, at, at, at, '{"Triages":[],"Allocations":[],"Contacts":[]}', 1, at
        from (select nhs_number, now() - make_interval(days => (n * 37 + place::int) % 700) as at from people, generate_series(1, 20000) n where (n <= 3 and place <= 200) or (n > 3 and (n * 7919) % (select count(*) from people) = place - 1)) drawn
        where not exists (select from referrals.referral where reason_text = 'Fell in the hall.') returning 1),
        lived as (insert into placement.standing_placement (id, council, case_reference, nhs_number, home_id, bed_type, started_on, ended_on, end_reason, review_due, changed_at, version)
        select gen_random_uuid(), 'E06000006', 'BENCH-' || place || '-' || n, nhs_number, (select id from carehomes.care_home where is_care_home order by location_id limit 1), 'general-residential', current_date - 400, current_date - 300,
            'died', current_date, now(), 1
        from people, generate_series(1, 5000) n where ((n = 1 and place <= 200) or (n > 1 and (n * 104729) % (select count(*) from people) = place - 1))
            and not exists (select from placement.standing_placement where case_reference like 'BENCH-%') returning id)
        insert into placement.access (org, placement_id, relationship, granted_by) select 'E06000006', id, 'council', 'E06000006' from lived
        """;

    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, "journey", 1, ct), ct);
        await hub.Database.Do(Made, ct);
        await hub.Database.Do("vacuum analyze", ct);
        await hub.Database.RaiseRate(ct, Council);
        await hub.Database.Do("update access.partner set cost_per_minute = 1000000000", ct);
        await Task.Delay(TimeSpan.FromSeconds(6), ct);
        var people = await hub.Database.Rows(
            $"select s.nhs_number from discharge.stay s join discharge.access a on a.stay_id = s.id and a.org = 'E06000006' where s.nhs_number_status = '01' group by s.nhs_number order by hashtext(s.nhs_number) limit {People}", ct);
        using var tokens = hub.TokensOf(Council, "TREAT");
        var bodies = people.Select(row => JsonSerializer.Serialize(new { query = Document, variables = new { n = (string)row[0]! } }));
        var requests = new Requests(hub.Http, tokens, [.. bodies.Select<string, Func<string, byte[]>>(body => token => HttpLine.Request(hub.Http, token, "TREAT", body, "/graphql/care"))]);
        using var callers = new GraphCallers(requests, Callers, (status, body) => status == 200 && body.Span.StartsWith("{\"data\":{\"journey\":{\"patient\":{"u8));
        var statements = await Statements(hub, callers, ct);
        using var reference = await Pgbench.For(hub.Database, "hub_app", Callers, [Pgbench.Script(["begin", "select set_config('hub.org', 'E06000006', true)", .. statements, "commit"])], ct);
        var postmaster = await hub.Database.Postmaster(ct);
        var duel = await Duel.Run(options, new Side("hub", callers.For, hub.Pid, hub.Database, postmaster), new Side("pgbench", reference.Run, null, hub.Database, postmaster), ct);
        return new RowResult(
            "pgbench",
            [
                new Figure("referrals / placements", $"{Show.Whole(await hub.Database.Value<long>("select count(*) from referrals.referral", ct))} / {Show.Whole(await hub.Database.Value<long>("select count(*) from placement.standing_placement", ct))}"),
                duel.Line($"journeys a second, {Callers} callers", round => round.Calls.PerSecond, Show.Whole),
                duel.Line("p50, ms", round => round.Calls.Within(0.5), Show.Two),
                duel.Line("p99, ms", round => round.Calls.Within(0.99), Show.Two),
                new Figure("CPU a journey, server, µs", Show.Whole(duel.Median(round => round.ServerPerCall).Hub)),
                duel.Line("CPU a journey, PostgreSQL, µs", round => round.PostgresPerCall, Show.Whole),
            ],
            [new Promise("no errors", Show.Whole(duel.Errors), duel.Errors == 0)],
            [duel.Note(), "No figure is promised here: the row shows what GraphQL, the steps, codes in words and the audit cost beside the statements alone."]);
    }

    // Those of one person, one for each kind of record. The hub asks about another person each time; the reference about one.
    private static async Task<IReadOnlyList<string>> Statements(HubProcess hub, GraphCallers callers, CancellationToken ct)
    {
        _ = callers.Ask(0);
        var read = await StatementLog.Listen(hub.Database, Hear, ct);
        return read.Count == 6 ? read : throw new BenchFailed($"A journey should be six statements in one round trip; heard were {read.Count}");

        // Now and then a job of the hub's clock speaks in the same moment.
        async Task<List<string>> Hear(StatementLog log)
        {
            List<string> read = [];
            for (var attempt = 0; attempt < 5 && read.Count != 6; attempt++)
            {
                read = [.. (await log.Of(() => callers.Ask(0), ct)).Where(statement => statement.StartsWith("select", StringComparison.OrdinalIgnoreCase))];
            }

            return read;
        }
    }
}
