using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Journeys;

/// <summary>One person's way through all services, with every partner's own token: each sees its part, and nobody more.</summary>
public sealed class JourneyStoryTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly string[] Everything = ["ASSESSMENT", "DISCHARGE", "OFFER", "PLACEMENT", "REFERRAL", "RESERVATION"];
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Each_partner_sees_its_part_of_the_way_from_a_referral_to_a_reviewed_placement()
    {
        var person = await OnePerson.In(hub);
        await NotFound("rww", person);
        await person.Referred();
        await NotFound("rww", person);
        Assert.Equal(["REFERRAL"], (await Journey("hicafs", person)).Kinds());
        var stay = await person.Ready();
        var offer = await person.Offered(stay);
        Assert.Equal(["answer-offer care-home CARE-HOME-1", "follow-up service HICAFS", "arrange-care-home care-transfer-hub"], (await Journey("hbc", person)).Open());

        // A home learns who comes once it has said yes, by asking for a number too.
        await NotFound("care-home-1", person);
        var accepted = await person.Accepted(offer);
        Assert.Equal(["offer-accepted", "offer-made"], (await Journey("care-home-1", person)).Happened());
        Assert.Equal(["confirm-placement council E06000006"], (await Journey("care-home-1", person)).Open());
        await person.Reviewed(await person.Placed(accepted));

        var whole = await Journey("hbc", person);
        Assert.Equal(Everything, whole.Kinds());
        Assert.Equal(
            ["placement-reviewed", "placement-began", "discharged", "offer-made", "bed-reserved", "assessed", "pathway-assigned", "criteria-not-met", "admitted"],
            whole.Happened().Except([.. OfReferrals, .. MovedIn]));

        // The database's clock says when the bed was filled, the hub's when the offer came to its end.
        Assert.Equal(MovedIn, whole.Happened().Skip(2).Take(2).Order());
        Assert.Equal(OfReferrals.Order(), whole.Happened().Intersect(OfReferrals).Order());
        Assert.Equal(["follow-up service HICAFS", "review-placement council E06000006"], whole.Open());
        Assert.Equal("Zzyzxquill", whole.At("patient.name.family").GetString());
        Assert.True(whole.At("complete").GetBoolean());
        Assert.All(whole.At("steps.nodes").EnumerateArray(), step => Assert.NotEqual(JsonValueKind.Null, step.At("happened.display").ValueKind));
        Assert.All(whole.At("openMatters").EnumerateArray(), matter => Assert.NotEqual(JsonValueKind.Null, matter.At("next.display").ValueKind));

        await Sees("rww", person, ["ASSESSMENT", "DISCHARGE", "OFFER", "RESERVATION"], named: true);
        await Sees("rbn", person, ["REFERRAL"], named: true);
        await Sees("hicafs", person, ["REFERRAL"], named: true);
        await Sees("trusted-assessor", person, ["ASSESSMENT", "DISCHARGE", "OFFER", "PLACEMENT", "RESERVATION"], named: true);
        await Sees("care-home-1", person, ["OFFER", "PLACEMENT"], named: false);
        await NotFound("care-home-2", person);
        (await hub.Journey("vcfse-1", person.Number)).Refused("PERMISSION_DENIED", "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task Work_on_a_discharge_is_told_to_whoever_sees_the_stay_and_to_nobody_else()
    {
        var person = await OnePerson.In(hub);
        await person.Worked(await person.Ready());
        foreach (var partner in new[] { "rww", "hbc", "trusted-assessor" })
        {
            var steps = (await Journey(partner, person)).At("steps.nodes").EnumerateArray().Take(3).ToList();
            Assert.Equal(
                [
                    ("delay-recorded", "Reason for delay recorded", true, "RWW", "Residential or nursing home care: arrangements underway"),
                    ("assessment-started", "Assessment of needs started", false, "E06000006", null),
                    ("worker-allocated", "Worker allocated to arrange the discharge", false, "E06000006", null),
                ],
                steps.Select(step => (step.At("happened.code").GetString(), step.At("happened.display").GetString(), step.At("dayOnly").GetBoolean(), step.At("organization").GetString(), Detail(step))));
        }

        foreach (var partner in new[] { "rbn", "hicafs", "care-home-1" })
        {
            await NotFound(partner, person);
        }

        static string? Detail(JsonElement step) => step.At("detail").ValueKind == JsonValueKind.Null ? null : step.At("detail.display").GetString();
    }

    [Fact]
    public async Task Another_council_sees_nothing_until_the_person_is_its_resident()
    {
        await CareWorld.In(hub);
        var person = await OnePerson.In(hub);
        await person.Ready();
        var policy = new JourneyModel(hub);
        Assert.Empty(await policy.Seen(CareWorld.Liverpool, OrganizationKind.Council, person.Number));
        await hub.Discharges("rbn").RecordAdmissionAsync(Admission(a => (a.NhsNumber, a.Site, a.Patient.LocalAuthority) = (person.Number, "RBN01", CareWorld.Liverpool)));
        Assert.Single(await policy.Seen(CareWorld.Liverpool, OrganizationKind.Council, person.Number));
    }

    [Fact]
    public async Task An_unverified_number_joins_nobody_but_for_the_one_that_gave_it()
    {
        var person = await OnePerson.In(hub);
        await person.Ready();
        await hub.Discharges("rbn").RecordAdmissionAsync(Admission(a => (a.NhsNumber, a.NhsNumberStatus, a.Site) = (person.Number, new Coding { Code = "02" }, "RBN01")));
        Assert.Single((await Journey("rbn", person)).Happened());
        Assert.Equal(["pathway-assigned", "criteria-not-met", "admitted"], (await Journey("hbc", person)).Happened());
        Assert.Equal(["pathway-assigned", "criteria-not-met", "admitted"], (await Journey("rww", person)).Happened());
    }

    [Fact]
    public async Task A_scope_that_is_missing_leaves_its_records_out_and_without_any_it_is_refused()
    {
        var person = await OnePerson.In(hub);
        await person.Referred();
        await person.Ready();
        Assert.Equal(["REFERRAL"], (await hub.Journey("hbc", person.Number, scope: "system/ServiceRequest.s")).Data("journey").Kinds());
        Assert.Equal(["DISCHARGE"], (await hub.Journey("hbc", person.Number, scope: "system/Encounter.rs system/Task.rs")).Data("journey").Kinds());
        (await hub.Journey("hbc", person.Number, scope: "system/Location.rs system/Encounter.r")).Refused("PERMISSION_DENIED", "SCOPE_MISSING");
        (await hub.Journey("hbc", "9990000000")).Refused("INVALID_ARGUMENT", "NHS_NUMBER_INVALID").NamesField("nhsNumber", "NHS_NUMBER_INVALID");
        (await hub.GraphWith(await hub.Token("hbc"), "query($n: String!) { journey(nhsNumber: $n) { nhsNumber } }", new { n = person.Number }, purpose: null)).Refused("INVALID_ARGUMENT", "PURPOSE_REQUIRED");
    }

    [Fact]
    public async Task Pages_cover_the_way_once_and_a_cursor_is_good_for_its_person_and_caller_only()
    {
        var person = await OnePerson.In(hub);
        await person.Placed(await person.Accepted(await person.Offered(await person.Ready())));
        var (whole, pages, after) = ((await Journey("hbc", person)).Happened(), new List<string>(), (string?)null);
        do
        {
            var page = (await hub.Journey("hbc", person.Number, 3, after)).Data("journey");
            Assert.InRange(page.Happened().Count, 1, 3);
            pages.AddRange(page.Happened());
            after = page.At("steps.pageInfo.hasNextPage").GetBoolean() ? page.At("steps.pageInfo.endCursor").GetString() : null;
            if (after is not null)
            {
                (await hub.Journey("rww", person.Number, 3, after)).Refused("INVALID_ARGUMENT", "PAGE_TOKEN_INVALID");
            }
        }
        while (after is not null);
        Assert.Equal(whole, pages);
        (await hub.Journey("hbc", person.Number, 101)).Refused("INVALID_ARGUMENT", "FIRST_OUT_OF_RANGE");
    }

    [Fact]
    public async Task A_journey_costs_one_round_trip_however_long_it_is_and_puts_every_record_on_record_with_the_node_of_each_step()
    {
        const string Nodes = """
            query($n: String!) { journey(nhsNumber: $n) { patient { name { family } } steps(first: 100) { nodes { recordId node { id
              ... on Discharge { nhsNumber reviews { reviewedAt } } ... on Referral { contacts { contactedAt } } ... on Assessment { assessedAt }
              ... on Reservation { heldUntil } ... on Offer { state } ... on Placement { startedOn } } } } openMatters { node { id } } } }
            """;
        var (few, many) = (await OnePerson.In(hub), await OnePerson.In(hub));
        await few.Ready();
        await many.Referred();
        await many.Reviewed(await many.Placed(await many.Accepted(await many.Offered(await many.Ready()))));
        await many.Ready();
        var token = await hub.Token("hbc");
        foreach (var (person, records) in new[] { (few, 1), (many, 7) })
        {
            using var counter = new StatementCount();
            var journey = (await hub.GraphWith(token, Nodes, new { n = person.Number }, change: counter.Follow)).Data("journey");
            Assert.Single(counter.Statements);
            var steps = journey.At("steps.nodes").EnumerateArray().ToList();
            Assert.All(steps, step => Assert.Equal(step.At("recordId").GetString(), step.At("node.id").GetString()));
            var shown = steps.Select(step => Halton.Hub.Transport.GraphQL.GlobalId.TryParse(step.At("recordId").GetString(), out var id) ? id.Id : default).Distinct().Order().ToArray();
            Assert.Equal(records, shown.Length);
            Assert.Equal(shown, (await hub.Value<Guid[]>("select records from audit.entry where trace_id = $1 and operation = 'GetJourney' and outcome = 'success' and subject is not null", counter.TraceId)).Order());
        }
    }

    [Fact]
    public async Task A_subscription_tells_which_record_of_the_person_changed_to_each_that_may_see_it()
    {
        var (person, other) = (await OnePerson.In(hub), await OnePerson.In(hub));
        var stay = await person.Ready();
        var begin = (await Journey("hbc", person)).At("resumeToken").GetString();
        Assert.NotEmpty(begin!);
        var refused = await EventReader.Send(hub, await hub.Token("rbn"), TrustedDocuments.ByName["care-journey-changed.graphql"], new { nhsNumber = person.Number });
        Assert.Contains("JOURNEY_NOT_FOUND", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var council = await hub.Follow("hbc", person.Number, begin);
        await using var trust = await hub.Follow("rww", person.Number, null);
        Assert.Equal(JsonValueKind.Null, (await council.Next()).At("data.journeyChanged.kind").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await trust.Next()).At("data.journeyChanged.kind").ValueKind);
        await person.Referred();
        await other.Placed(await other.Accepted(await other.Offered(await other.Ready())));
        var accepted = await person.Accepted(await person.Offered(stay));
        await using var home = await hub.Follow("care-home-1", person.Number, null);
        await home.Next();
        await person.Reviewed(await person.Placed(accepted));

        string[] ready = ["discharge.admitted", "discharge.criteria-reviewed", "discharge.pathway-assigned"];
        string[] referral = ["referral.created", "referral.triaged", "referral.accepted", "referral.allocated", "referral.contacted", "referral.completed"];
        string[] placing = ["assessment.recorded", "bed.reserved", "offer.made", "offer.accepted", "bed.extended"];
        string[] moved = ["bed.admitted", "discharge.confirmed", "offer.completed", "placement.confirmed"];
        Assert.Equal([.. referral, .. placing, .. moved, "placement.reviewed"], await Heard(council, 16, ready));
        Assert.Equal([.. placing, .. moved.Except(["placement.confirmed"])], await Heard(trust, 8, ready));
        Assert.Equal(["offer.completed", "placement.confirmed", "placement.reviewed"], await Heard(home, 3, "offer.made", "offer.accepted"));
    }

    private static readonly string[] MovedIn = ["bed-filled", "offer-completed"];
    private static readonly string[] OfReferrals = ["referred", "referral-triaged", "referral-accepted", "team-allocated", "contacted", "referral-completed"];

    // What is committed in one transaction comes in the order in which it was written; the sets of moving in are compared sorted.
    // A watch may begin with what was committed in the moment before.
    private static async Task<List<string>> Heard(EventReader reader, int many, params string[] before)
    {
        var kinds = new List<string>();
        while (kinds.Count < many)
        {
            var item = (await reader.Next()).At("data.journeyChanged");
            if (item.At("kind").GetString() is { } kind && !before.Contains(kind))
            {
                Assert.NotEqual(JsonValueKind.Null, item.At("recordId").ValueKind);
                kinds.Add(kind);
            }
        }

        var moved = kinds.FindIndex(kind => kind is "bed.admitted" or "offer.completed" or "discharge.confirmed" or "placement.confirmed");
        var tail = kinds.Skip(moved).Where(kind => kind != "placement.reviewed").Order(StringComparer.Ordinal);
        return [.. kinds.Take(moved), .. tail, .. kinds.Where(kind => kind == "placement.reviewed")];
    }

    private async Task<JsonElement> Journey(string partner, OnePerson person) => (await hub.Journey(partner, person.Number)).Data("journey");

    private async Task NotFound(string partner, OnePerson person) => (await hub.Journey(partner, person.Number)).Refused("NOT_FOUND", "JOURNEY_NOT_FOUND");

    private async Task Sees(string partner, OnePerson person, string[] kinds, bool named)
    {
        var journey = await Journey(partner, person);
        Assert.Equal(kinds, journey.Kinds());
        Assert.Equal(named, journey.At("patient").ValueKind == JsonValueKind.Object);
    }
}
