using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Data;
using Halton.Hub.Discharge;
using Halton.Hub.Discharge.Imports;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Placement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;
using WireItem = Halton.Hub.Contracts.Discharge.V1.ImportItem;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Lines of a feed that are taken together leave what the same lines leave one by one.</summary>
public sealed class ImportSetTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Lines_taken_together_leave_what_they_leave_one_by_one(int seed)
    {
        await hub.LiftRates();
        var world = await BedWorld.In(hub);
        var home = await world.Home("CARE-HOME-1", available: 10);
        var (single, together) = (await Night.Begin(hub, world, home, now), await Night.Begin(hub, world, home, now));
        var apart = await Left(single, seed, oneByOne: true);
        var joined = await Left(together, seed, oneByOne: false);
        Assert.Equal(apart.Answers, joined.Answers);
        Assert.Equal(apart.Stays, joined.Stays);
        Assert.Equal(apart.Parts, joined.Parts);
        Assert.Equal(apart.Events, joined.Events);
        Assert.Equal(apart.Audit, joined.Audit);
        Assert.Equal(apart.Kept, joined.Kept);
        Assert.InRange(apart.Answers.Count(a => a.Contains("accepted", StringComparison.Ordinal)), 40, apart.Answers.Length - 20);
        Assert.Equal(apart.Changes, apart.Commits);
        Assert.InRange(joined.Commits, 1, joined.Changes / 2);
    }

    [Fact]
    public async Task An_admission_and_all_that_follows_fit_into_one_set()
    {
        var stay = new NightStay("one-set", now);
        var outcomes = await Together(stay.Admit(0), stay.Review(1, 50), stay.Assign(2, "P1"), stay.Allocate(3), stay.Start(4), stay.Delay(5), stay.Leave(6));
        Assert.Equal(["d1", "d2", "d3", "d4", "d5", "d6", "d7"], outcomes.Select(o => o.Status?.Etag));
        var id = outcomes[0].Status!.Id;
        Assert.Equal("1 7 f", await hub.Value<string>("select concat_ws(' ', count(distinct xid), count(*), (select bool_or(open) from discharge.access where stay_id = $1)::text::bool) from events.event where record_id = $1", id));
        Assert.Equal(7, await hub.Value<int>("select version from discharge.stay where id = $1", id));
    }

    [Fact]
    public async Task Twins_in_a_set_are_taken_once()
    {
        var stay = new NightStay("twins", now);
        var (twin, impostor) = (stay.Review(1, 50), stay.Review(1, 40));
        var outcomes = await Together(stay.Admit(0), twin, stay.Review(2, 30), twin, impostor, stay.Admit(0));
        Assert.Equal([("d1", false), ("d2", false), ("d3", false), ("d2", true), (null, false), ("d1", true)], outcomes.Select(o => (o.Status?.Etag, o.Before)));
        Assert.Equal("REQUEST_ID_REUSED", outcomes[4].Refused?.Reason);
        Assert.Equal("3 3 5", await hub.Value<string>(
            """
            select concat_ws(' ', (select count(*) from events.event where record_id = $1), (select count(*) from requests.answered where answer->>'Id' = $1::text),
                (select count(*) from audit.entry where $1 = any (records) and outcome = 'success'))
            """,
            outcomes[0].Status!.Id));
    }

    [Fact]
    public async Task A_set_that_the_database_refuses_leaves_nothing_and_each_line_gets_its_own_answer()
    {
        var (number, first, bad, last) = (NhsNumber(), new NightStay("first", now), new NightStay("bad", now), new NightStay("last", now));
        await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.NhsNumber = number));
        WireItem[] lines = [first.Admit(0), first.Review(1, 50), bad.Admit(2, number), first.Assign(3, "P1"), last.Admit(4), last.Review(5, 50), bad.Review(6, 50), last.Review(7, 50)];
        await Assert.ThrowsAsync<DbUpdateException>(() => Together(lines));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from discharge.stay where spell_identifier = any ($1)", (object)new[] { first.Spell, bad.Spell, last.Spell }));

        using var call = hub.Discharges("rww").ImportUpdates();
        var answers = await Night.Send(call, lines, oneByOne: false);
        Assert.Equal(
            ["d1", "d2", "ALREADY_ADMITTED", "d3", "d1", "d2", "DISCHARGE_NOT_FOUND", "REVIEW_ALREADY_RECORDED"],
            answers.Select(a => a.Accepted?.Etag ?? a.Rejected.Reason));
    }

    [Fact]
    public async Task A_set_ends_before_an_admission_that_another_of_its_stays_may_stand_in_the_way_of()
    {
        var (number, first, second) = (NhsNumber(), new NightStay("leaves", now), new NightStay("comes", now));
        Assert.Equal(["d1", "d2"], (await Together(first.Admit(0, number), first.Review(1, 50), second.Admit(2, number), first.Cancel(3))).Select(o => o.Status!.Etag));
        Assert.Empty(await Together(second.Admit(2, number), first.Cancel(3)));
        Assert.Equal(["d3", "STAY_CLOSED"], (await Together(first.Cancel(3), first.Review(4, 40), first.Admit(5))).Select(o => o.Status?.Etag ?? o.Refused!.Reason));
        Assert.Equal(["d1", "d2"], (await Together(second.Admit(2, number), second.Review(6, 50))).Select(o => o.Status!.Etag));
    }

    private Task<List<LineOutcome>> Together(params WireItem[] items)
    {
        var (services, call) = (hub.Services, hub.CallOf("rww", "ImportUpdates"));
        var take = new TakeLines(services.GetRequiredService<OneSave>(), services.GetRequiredService<StayForChange>(), services.GetRequiredService<ImportedUpdates>());
        return take.Run(call, [.. items.Select(item => ImportLine.Of(call, $"{now:O}", ImportGrpc.Line(item), services.GetRequiredService<AccessTable>()))], CancellationToken.None);
    }

    private async Task<(string[] Answers, string Stays, string Parts, string Events, string Audit, string Kept, long Changes, long Commits)> Left(Night night, int seed, bool oneByOne)
    {
        var since = await hub.Value<DateTime>("select clock_timestamp()");
        using var call = hub.Discharges("rww").ImportUpdates();
        var answers = await Night.Send(call, night.Lines(seed), oneByOne);
        return (
            [.. answers.Select(a => $"{a.ItemKey} {(a.Accepted is { } taken ? $"accepted {taken.Etag} {taken.AppliedBefore}" : $"{a.Rejected.Reason} {a.Rejected.Fields}")}")],
            await Told("select s.stay || ' ' || (to_jsonb(x) - '{id,changed_at,spell_identifier,nhs_number}'::text[])::text from stays s join discharge.stay x on x.id = s.id"),
            await Told("""
                select s.stay || ' ' || p.part from stays s cross join lateral (
                    select concat_ws(' ', 'access', org, relationship, granted_by, open) from discharge.access where stay_id = s.id
                    union all select concat_ws(' ', 'review', reviewed_at, criteria, reviewer_role) from discharge.criteria_review where stay_id = s.id
                    union all select concat_ws(' ', 'decision', decided_at, pathway, care_transfer_hub_referred) from discharge.pathway_decision where stay_id = s.id
                    union all select concat_ws(' ', 'allocation', allocated_at, organization, role) from discharge.worker_allocation where stay_id = s.id
                    union all select concat_ws(' ', 'delay', delayed_on, reason) from discharge.delay where stay_id = s.id
                    union all select concat_ws(' ', 'package', state, reason, version) from discharge.care_package where stay_id = s.id
                    union all select concat_ws(' ', 'offer', state, version) from placement.offer where stay_id = s.id) as p (part)
                """),
            await Told("""
                select concat_ws(' ', s.stay, lpad((row_number() over (partition by s.id order by e.xid, e.position))::text, 3, '0'), e.kind, e.audience,
                    e.payload - '{Id,ChangedAt,SpellIdentifier,NhsNumber,StayId,ReservationId,AssessmentId,AnswerBy,HeldUntil,OfferedAt,MadeAt,AdmittedAt,Etag}'::text[] - case when e.kind like 'discharge.%' then '{}'::text[] else array(select jsonb_object_keys(e.payload)) end)
                from stays s join events.event e on e.record_id = s.id or e.payload->>'StayId' = s.id::text where e.occurred_at >= $2
                """),
            await hub.Value<string>("select string_agg(t, E'\n' order by t) from (select concat_ws(' ', operation, outcome, cardinality(records), count(*)) t from audit.entry where recorded_at >= $1 and organization = 'RWW' and operation <> 'ImportUpdates' group by operation, outcome, cardinality(records)) a", since),
            await hub.Value<string>("select string_agg(t, E'\n' order by t) from (select concat_ws(' ', operation, count(*)) t from requests.answered where answered_at >= $1 and org = 'RWW' group by operation) a", since),
            await hub.Value<long>("select count(*) from requests.answered where answered_at >= $1 and org = 'RWW'", since),
            await hub.Value<long>("select count(distinct xmin::text) from requests.answered where answered_at >= $1 and org = 'RWW'", since));

        Task<string> Told(string rows) => hub.Value<string>(
            $"with stays as (select s.id, n.stay from unnest($1) with ordinality as n (spell, stay) join discharge.stay s on s.spell_identifier = n.spell and $2 > '2000-01-01'::timestamptz) select string_agg(regexp_replace(t, '[T ][0-9]+:[0-9]+:[0-9.]+', '', 'g'), E'\n' order by t) from ({rows}) as told (t)", night.Spells, since);
    }
}
