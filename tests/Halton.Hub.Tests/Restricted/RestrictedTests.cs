using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using GraphQL;
using GraphQL.Types;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Journeys;
using Halton.Hub.Tests.Referrals;
using Halton.Hub.Tests.Transport.GraphQL;
using Halton.Hub.Transport.Fhir;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using static Halton.Hub.Tests.Referrals.Referring;
using WireType = Google.Protobuf.Reflection.FieldType;

namespace Halton.Hub.Tests.Restricted;

/// <summary>No address, telephone or practice of a restricted person reaches anybody but who keeps the record, by any door.</summary>
public sealed class RestrictedTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private const string RestrictedWard = "Restricted Ward";
    private readonly HubUnderTest hub = one.Hub;

    /// <summary>
    /// Every rpc whose answer can carry a person, and whether others than the keeper can call it at all. What is missing here has not been judged: call it below as
    /// somebody else, then write it down.
    /// </summary>
    private static readonly Dictionary<string, bool> JudgedRpcs = new()
    {
        ["DischargeService.RecordAdmission"] = false,
        ["DischargeService.ReviewCriteriaToReside"] = false,
        ["DischargeService.AssignPathway"] = true,
        ["DischargeService.AllocateWorker"] = true,
        ["DischargeService.StartAssessment"] = true,
        ["DischargeService.RecordDelay"] = true,
        ["DischargeService.MoveToWard"] = false,
        ["DischargeService.GetBoardRound"] = true,
        ["DischargeService.ConfirmDischarge"] = false,
        ["DischargeService.CancelDischarge"] = false,
        ["DischargeService.GetDischargeStatus"] = true,
        ["DischargeService.ListDischarges"] = true,
        ["DischargeService.WatchDischarges"] = true,
        ["FhirExchangeService.Read"] = true,
        ["FhirExchangeService.Search"] = true,
        ["FhirExchangeService.ProcessMessage"] = true,
        ["ReferralService.CreateReferral"] = true,
        ["ReferralService.AmendReferral"] = true,
        ["ReferralService.TriageReferral"] = true,
        ["ReferralService.AllocateTeam"] = true,
        ["ReferralService.RecordContact"] = true,
        ["ReferralService.AcceptReferral"] = true,
        ["ReferralService.RejectReferral"] = true,
        ["ReferralService.RedirectReferral"] = true,
        ["ReferralService.CompleteReferral"] = true,
        ["ReferralService.CancelReferral"] = true,
        ["ReferralService.RecordFollowUp"] = true,
        ["ReferralService.GetReferral"] = true,
        ["ReferralService.ListReferrals"] = true,
        ["ReferralService.WatchReferrals"] = true,
    };

    /// <summary>Every root field of the care schema from which a field of type Patient can be reached, judged in the same way.</summary>
    private static readonly Dictionary<string, bool> JudgedFields = new()
    {
        ["Query.boardRound"] = true,
        ["Query.dischargeStatus"] = true,
        ["Query.discharges"] = true,
        ["Query.journey"] = true,
        ["Query.node"] = true,
        ["Query.referral"] = true,
        ["Query.referrals"] = true,
        ["Mutation.recordAdmission"] = false,
        ["Mutation.reviewCriteriaToReside"] = false,
        ["Mutation.assignPathway"] = true,
        ["Mutation.allocateWorker"] = true,
        ["Mutation.startAssessment"] = true,
        ["Mutation.recordDelay"] = true,
        ["Mutation.moveToWard"] = false,
        ["Mutation.confirmDischarge"] = false,
        ["Mutation.cancelDischarge"] = false,
        ["Mutation.createReferral"] = true,
        ["Mutation.amendReferral"] = true,
        ["Mutation.triageReferral"] = true,
        ["Mutation.acceptReferral"] = true,
        ["Mutation.rejectReferral"] = true,
        ["Mutation.redirectReferral"] = true,
        ["Mutation.allocateTeam"] = true,
        ["Mutation.recordContact"] = true,
        ["Mutation.completeReferral"] = true,
        ["Mutation.cancelReferral"] = true,
        ["Mutation.recordFollowUp"] = true,
        ["Subscription.dischargeChanged"] = true,
        ["Subscription.referralChanged"] = true,
    };

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await hub.LiftRates();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_rpc_that_can_carry_a_person_is_judged() =>
        Assert.Equal(JudgedRpcs.Keys.Order(), Overheard.Rpcs.Where(rpc => Carries(rpc.OutputType, [])).Select(rpc => $"{rpc.Service.Name}.{rpc.Name}").Order());

    [Fact]
    public void Every_field_that_leads_to_a_person_is_judged()
    {
        var schema = hub.Services.GetRequiredService<HubSchemas>().Find(HubSchemas.Care);
        var types = schema.AllTypes.OfType<IComplexGraphType>().ToList();
        Assert.Equal(
            ["BoardRoundEntry.patient", "Discharge.patient", "Journey.patient", "Referral.patient"],
            types.SelectMany(type => type.Fields, (type, one) => (type, one)).Where(at => at.one.ResolvedType!.GetNamedType().Name == "Patient").Select(at => $"{at.type.Name}.{at.one.Name}").Order());
        var roots = new IObjectGraphType?[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<IObjectGraphType>();
        Assert.Equal(JudgedFields.Keys.Order(), roots.SelectMany(root => root.Fields, (root, one) => (root, one)).Where(at => Leads(at.one.ResolvedType!, [])).Select(at => $"{at.root.Name}.{at.one.Name}").Order());
    }

    [Fact]
    public async Task No_door_tells_anybody_but_the_keeper_where_a_restricted_person_is()
    {
        var heard = new Overheard(hub);
        var before = await Tokens();
        var (grpc, grpcReferral) = await Story((partner, operation, request) => heard.Grpc(partner, operation, request));
        var (graph, graphReferral) = await Story(heard.Graph);

        await Lists(heard, grpc, grpcReferral);
        await Queries(heard, graph, graphReferral);
        await heard.Watch("hbc", "WatchDischarges", new WatchDischargesRequest { ResumeToken = before.Discharges }, 6);
        await heard.Watch("hicafs", "WatchReferrals", new WatchReferralsRequest { ResumeToken = before.Referrals }, 20);
        await Follow(heard, "dischargeChanged", "hbc", before.Discharges, $"discharge {{ dischargeId {Overheard.Person} }}", 6);
        await Follow(heard, "referralChanged", "hicafs", before.Referrals, $"referral {{ referralId {Overheard.Person} }}", 20);
        await Placed(heard);
        await Messages(heard);
        await Fhir(heard);

        // Who keeps the record sees the marks, so that they are there to be seen.
        var keeper = (await hub.Graph("rww", $"query($id: ID!) {{ dischargeStatus(dischargeId: $id) {{ {Overheard.Person} }} }}", new { id = grpc })).Text;
        Assert.Equal(Canary.Marks, Canary.In(keeper));
        Assert.Empty(heard.Heard.Where(h => Canary.In(h.Text).Any()).Select(h => $"{h.Door} told {h.Partner}: {string.Join(", ", Canary.In(h.Text))}").Distinct());

        // What others can call they have called, and persons were told, or the scan would have had nothing to look at.
        var called = heard.Heard.Select(h => h.Door).ToHashSet();
        Assert.Empty(JudgedRpcs.Concat(JudgedFields).Where(door => door.Value && !called.Contains(door.Key)).Select(door => door.Key));
        Assert.All(
            ["DischargeService.GetDischargeStatus", "DischargeService.GetBoardRound", "Query.boardRound", "ReferralService.GetReferral", "ReferralService.TriageReferral", "FhirExchangeService.ProcessMessage", "Query.journey", "Query.node", "Query.discharges", "Query.referrals", "fhir/Patient"],
            door => Assert.Contains(heard.Heard, h => h.Door == door && h.Text.Contains("Zzyzxquill", StringComparison.Ordinal)));

        // Other resources of the FHIR door name a person by number only.
        Assert.All(
            [("FhirExchangeService.Read", "ServiceRequest"), ("fhir/Encounter", "Encounter"), ("fhir/ServiceRequest", "ServiceRequest"), ("fhir/Task", "Task"), ("fhir/QuestionnaireResponse", "QuestionnaireResponse"), ("fhir/EpisodeOfCare", "EpisodeOfCare")],
            told => Assert.Contains(heard.Heard, h => h.Door == told.Item1 && h.Text.Replace("\\", "", StringComparison.Ordinal).Contains($"\"resourceType\":\"{told.Item2}\"", StringComparison.Ordinal)));

        // Nor do the marks lie where events, notices, messages or the audit could take them from.
        Assert.Equal(["discharge.patient", "referrals.referral", "requests.answered of RBN"], await TablesWithMarks());
    }

    // Stays and referrals of a restricted person, each change that others can make made by others.
    private static async Task<(string Stay, string Referral)> Story(Func<string, string, IMessage, Task<JsonElement>> call)
    {
        var admitted = await call("rww", "RecordAdmission", Admission(a =>
        {
            a.Ward = RestrictedWard;
            Canary.Restrict(a.Patient);
        }));
        var stay = admitted.At("dischargeId").GetString()!;
        var ready = await call("rww", "ReviewCriteriaToReside", Review(stay, 30));
        ready = await call("hbc", "AssignPathway", Assign(stay, "P1", ready.At("etag").GetString()!, 10));
        await call("hbc", "AllocateWorker", new AllocateWorkerRequest { RequestId = RequestId(), DischargeId = stay, AllocatedAt = HoursAgo(0.1), Team = "Hospital social work", Role = "social worker", Worker = "SW-1", Etag = ready.At("etag").GetString() });
        await call("hbc", "StartAssessment", new StartAssessmentRequest { RequestId = RequestId(), DischargeId = stay, StartedAt = HoursAgo(0.05), StartedByRole = "social worker" });
        await call("hbc", "RecordDelay", new RecordDelayRequest { RequestId = RequestId(), DischargeId = stay, Reason = Code("CAP-home-recovery"), RecordedByRole = "coordinator" });

        var first = await Refer();
        first = await call("hbc", "AmendReferral", Amend(first, "Going home with reablement, twice a day."));
        first = await Team("TriageReferral", Triage(Of(first), "halton-72h"));
        first = await Team("AcceptReferral", Accept(Of(first)));
        first = await Team("AllocateTeam", Allocate(Of(first)));
        first = await Team("RecordContact", Contact(Of(first)));
        first = await Team("CompleteReferral", Complete(Of(first)));
        await Team("RejectReferral", Reject(Of(await Refer())));
        await Team("RedirectReferral", Redirect(Of(await Refer()), tier: "halton-72h", service: "council-community-support"));
        await call("hbc", "CancelReferral", Referring.Cancel(Of(await Refer())));
        return (stay, first.At("referralId").GetString()!);

        Task<JsonElement> Refer() => call("hbc", "CreateReferral", FromHospital(stay));
        Task<JsonElement> Team(string operation, IMessage request) => call("hicafs", operation, request);
        static Referral Of(JsonElement told) => new() { ReferralId = told.At("referralId").GetString(), Etag = told.At("etag").GetString() };
        static AmendReferralRequest Amend(JsonElement told, string reason) => Referring.Amend(Of(told), reason);
    }

    private async Task<(string Discharges, string Referrals)> Tokens() =>
        ((await hub.Discharges("hbc").ListDischargesAsync(new ListDischargesRequest { PageSize = 1 })).ResumeToken, (await hub.Referrals("hicafs").ListReferralsAsync(new ListReferralsRequest { PageSize = 1 })).ResumeToken);

    private async Task Lists(Overheard heard, string stay, string referral)
    {
        await heard.Grpc("hbc", "GetDischargeStatus", ById(stay, DischargeView.Full));
        await heard.Grpc("hbc", "GetBoardRound", new GetBoardRoundRequest { Site = "RWWWH", Ward = RestrictedWard });
        await heard.Grpc("hbc", "ListDischarges", new ListDischargesRequest { PageSize = 200 });
        foreach (var partner in new[] { "hbc", "hicafs" })
        {
            var told = await heard.Grpc(partner, "GetReferral", Whole(referral));
            await heard.Grpc(partner, "ListReferrals", new ListReferralsRequest { PageSize = 200, DischargeId = stay, States = { Enum.GetValues<ReferralState>().Where(s => s != ReferralState.Unspecified) } });
            await heard.Grpc(partner, "Read", new ReadRequest { Type = "ServiceRequest", Id = referral });
            await heard.Grpc(partner, "Search", new SearchRequest { Type = "ServiceRequest", Parameters = { new Parameter { Name = "_count", Value = "200" } } });
            if (partner == "hicafs")
            {
                await hub.Execute("update referrals.referral set follow_up_due = current_date - 2 where id = $1", Guid.Parse(referral));
                await heard.Grpc(partner, "RecordFollowUp", FollowUp(referral, told.At("etag").GetString()!));
            }
        }
    }

    private async Task Queries(Overheard heard, string stay, string referral)
    {
        var number = (await heard.Ask("hbc", "dischargeStatus", $"query($id: ID!) {{ dischargeStatus(dischargeId: $id) {{ id nhsNumber {Overheard.Person} }} }}", new { id = stay })).At("nhsNumber").GetString();
        await heard.Ask("hbc", "boardRound", $"query($w: String) {{ boardRound(site: \"RWWWH\", ward: $w) {{ entries {{ {Overheard.Person} discharge {{ {Overheard.Person} }} }} }} }}", new { w = RestrictedWard });
        await heard.Ask("hbc", "discharges", $"{{ discharges(first: 100) {{ nodes {{ {Overheard.Person} }} }} }}", new { });
        foreach (var partner in new[] { "hbc", "hicafs" })
        {
            var told = await heard.Ask(partner, "referral", $"query($id: ID!) {{ referral(referralId: $id) {{ etag {Overheard.Person} }} }}", new { id = referral });
            await heard.Ask(partner, "referrals", $"query($id: ID!) {{ referrals(first: 100, filter: {{ dischargeId: $id, states: [\"completed\", \"rejected\", \"redirected\", \"cancelled\", \"requested\"] }}) {{ nodes {{ {Overheard.Person} }} }} }}", new { id = stay });
            await heard.Ask(partner, "journey", $"query($n: String!) {{ journey(nhsNumber: $n) {{ {Overheard.Person} steps(first: 100) {{ nodes {{ node {{ ... on Discharge {{ {Overheard.Person} }} ... on Referral {{ {Overheard.Person} }} }} }} }} openMatters {{ node {{ ... on Referral {{ {Overheard.Person} }} }} }} }} }}", new { n = number });
            await heard.Ask(partner, "node", $"query($id: ID!) {{ node(id: $id) {{ ... on Discharge {{ {Overheard.Person} }} ... on Referral {{ {Overheard.Person} }} }} }}", new { id = new GlobalId("Referral", Guid.Parse(referral)).ToString() });
            if (partner == "hicafs")
            {
                await hub.Execute("update referrals.referral set follow_up_due = current_date - 2 where id = $1", Guid.Parse(referral));
                await heard.Graph(partner, "RecordFollowUp", FollowUp(referral, told.At("etag").GetString()!));
            }
        }

        await heard.Ask("hbc", "node", $"query($id: ID!) {{ node(id: $id) {{ ... on Discharge {{ {Overheard.Person} }} }} }}", new { id = new GlobalId("Discharge", Guid.Parse(stay)).ToString() });
    }

    private async Task Follow(Overheard heard, string field, string partner, string token, string selection, int events)
    {
        await using var reader = await EventReader.Open(hub, partner, $"subscription($t: String) {{ {field}(resumeToken: $t) {{ kind {selection} }} }}", new { t = token });
        while (events > 0)
        {
            var item = await reader.Next();
            heard.Keep($"Subscription.{field}", partner, item.GetRawText());
            events -= item.At($"data.{field}.kind").ValueKind == JsonValueKind.Null ? 0 : 1;
        }
    }

    // The way to a home: assessors see the stay, the home sees who comes; and another trust has a referral of its own, which it keeps.
    private async Task Placed(Overheard heard)
    {
        var person = await OnePerson.In(hub, Canary.Restrict);
        await person.Referred();
        var stay = await person.Ready();
        await person.Placed(await person.Accepted(await person.Offered(stay)));
        await heard.Grpc("trusted-assessor", "GetDischargeStatus", ById(stay.DischargeId, DischargeView.Full));
        foreach (var partner in new[] { "hbc", "hicafs", "trusted-assessor", "care-home-1" })
        {
            await heard.Ask(partner, "journey", $$"""
                query($n: String!) { journey(nhsNumber: $n) { {{Overheard.Person}} steps(first: 100) { nodes { node { id ... on Discharge { {{Overheard.Person}} } ... on Referral { {{Overheard.Person}} reasonText }
                  ... on Assessment { preferences { near } } ... on Offer { answerText } ... on Placement { caseReference } } } } } }
                """, new { n = person.Number });
        }

        // Each trust keeps its own record, and sees nothing of the other's.
        Assert.Equal(Canary.Marks, Canary.In((await hub.Graph("rbn", $"query($n: String!) {{ journey(nhsNumber: $n) {{ {Overheard.Person} }} }}", new { n = person.Number })).Text));
    }

    private async Task Messages(Overheard heard)
    {
        var desk = new MessageDesk(hub);
        var message = desk.Example("new-referral");
        var text = message.ToJsonString()
            .Replace("1 Nowhere Row", Canary.Marks[0], StringComparison.Ordinal).Replace("\"Widnes\"", $"\"{Canary.Marks[1]}\"", StringComparison.Ordinal).Replace("WA8 0AA", Canary.Marks[2], StringComparison.Ordinal)
            .Replace("01632 960123", Canary.Marks[3], StringComparison.Ordinal).Replace("N81999", Canary.Marks[5], StringComparison.Ordinal).Replace("\"Example\"", "\"Zzyzxquill\"", StringComparison.Ordinal)
            .Replace("\"resourceType\":\"Patient\",", "\"resourceType\":\"Patient\",\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\",\"code\":\"R\"}]},", StringComparison.Ordinal);
        Assert.Equal(5, Canary.In(text).Count());
        Assert.Equal(200, (await desk.Post(Encoding.UTF8.GetBytes(text))).Status);
        foreach (var answer in new[] { "interim", "final" })
        {
            var said = await heard.Grpc(MessageDesk.Performer, "ProcessMessage", new ProcessMessageRequest { Json = desk.Text(answer) }, new Metadata { { "X-Request-Id", RequestId() }, { "X-Correlation-Id", desk.Correlation }, { "nhsd-end-user-organisation", MessageDesk.Organisation("HICAFS") }, { "nhsd-requesting-software", MessageDesk.Software } });
            Assert.Contains("\\u0022Patient\\u0022", said.GetRawText().Replace("\\\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    // Every type that the door serves, to every partner that is not the keeper, page by page and one by one.
    private async Task Fhir(Overheard heard)
    {
        foreach (var type in hub.Services.GetServices<FhirSource>().Select(source => source.Type).Distinct())
        {
            foreach (var partner in new[] { "hbc", "hicafs", "trusted-assessor", "care-home-1" })
            {
                var found = (await hub.Fhir(partner, $"{type}?_count=200&_lastUpdated=ge{TimeProvider.System.GetUtcNow().AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}".Replace("+", "%2B", StringComparison.Ordinal))).Resource;
                heard.Keep($"fhir/{type}", partner, FhirJson.Write(found!));
                if (found is Hl7.Fhir.Model.Bundle { Entry: [var first, ..] })
                {
                    heard.Keep($"fhir/{type}", partner, FhirJson.Write((await hub.Fhir(partner, $"{type}/{first.Resource!.Id}")).Resource!));
                }
            }
        }
    }

    private static RecordFollowUpRequest FollowUp(string referral, string etag) =>
        new() { RequestId = RequestId(), ReferralId = referral, Outcome = Code("at-home"), FollowedUpOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}", Etag = etag };

    private async Task<List<string>> TablesWithMarks()
    {
        var found = new List<string>();
        foreach (var table in await hub.Value<string[]>("select array_agg(c.oid::regclass::text order by c.oid::regclass::text) from pg_class c where c.relkind in ('r', 'p') and obj_description(c.oid) like 'about a person%'"))
        {
            var condition = string.Join(" or ", Canary.Marks.Select(mark => $"t::text ilike '%{mark}%'"));
            if (table == "requests.answered")
            {
                found.AddRange((await hub.Value<string[]>($"select coalesce(array_agg(distinct org), '{{}}') from {table} t where {condition}")).Select(org => $"{table} of {org}"));
            }
            else if (await hub.Value<bool>($"select exists (select from {table} t where {condition})"))
            {
                found.Add(table);
            }
        }

        return found;
    }

    private static bool Carries(MessageDescriptor message, HashSet<MessageDescriptor> seen) => message == Patient.Descriptor || (seen.Add(message) && message.Fields.InFieldNumberOrder().Any(field =>
        field.FieldType is WireType.Bytes || (field.Name == "json" && field.FieldType == WireType.String) || (field.FieldType == WireType.Message && field.MessageType.File.Package.StartsWith("halton.", StringComparison.Ordinal) && Carries(field.MessageType, seen))));

    private static bool Leads(IGraphType type, HashSet<IGraphType> seen) => type.GetNamedType() switch
    {
        { Name: "Patient" } => true,
        IInterfaceGraphType of => seen.Add(of) && of.PossibleTypes.Any(possible => Leads(possible, seen)),
        IObjectGraphType of => seen.Add(of) && of.Fields.Any(one => Leads(one.ResolvedType!, seen)),
        _ => false,
    };
}
