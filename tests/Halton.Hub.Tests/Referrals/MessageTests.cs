using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Halton.Hub.Contracts.Exchange.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Transport.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Utility;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Referrals.MessageDesk;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Tests.Referrals;

/// <summary>Messages in the shape of the NHS Booking and Referral Standard: each kind, each rule, each row of the error table.</summary>
public sealed class MessageTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_validation_goes_all_its_way_by_messages_and_every_other_door_sees_it()
    {
        var desk = new MessageDesk(hub);
        var answer = await desk.Send("new-validation");
        Assert.Equal(200, answer.Status);
        var header = (MessageHeader)answer.Bundle.Entry[0].Resource!;
        Assert.Equal(("servicerequest-response", "example-new-validation", MessageHeader.ResponseType.Ok), (((Hl7.Fhir.Model.Coding)header.Event!).Code, header.Response!.Identifier, header.Response.Code));
        var told = answer.Bundle.Entry.Select(e => e.Resource).OfType<ServiceRequest>().Single();
        Assert.Equal(header.Focus[0].Reference, answer.Bundle.Entry.Single(e => e.Resource == told).FullUrl);

        var referral = await Get(told.Id!);
        Assert.Equal(("crisis", "falls", desk.NhsNumber, "RBN", "HICAFS", "E06000006"), (referral.Tier.Code, referral.Conditions[0].Code, referral.NhsNumber, referral.Requester, referral.Performer, referral.Council));
        Assert.Equal(("Example", "WA8 0AA", "01632 960123", "N81999"), (referral.Patient.Name.Family, referral.Patient.Address.PostalCode, referral.Patient.Telecom[0].Value, referral.Patient.GeneralPractice));

        // The breach time that the sender asked for is sooner than the tier's own.
        Assert.Equal(DateTimeOffset.Parse(((Period)told.Occurrence!).End!, null), referral.Clock.BreachAt.ToDateTimeOffset());
        Assert.True(referral.Clock.BreachAt.ToDateTimeOffset() < referral.Clock.DueElapsed.ToDateTimeOffset());

        Assert.Equal(200, (await desk.Send("update")).Status);
        Assert.Contains("a neighbour waits", (await Get(told.Id!)).ReasonText, StringComparison.Ordinal);
        Assert.Equal(200, (await desk.Send("interim", Performer)).Status);
        Assert.Equal(ReferralState.Accepted, (await Get(told.Id!)).State);
        Assert.Equal((400, "REC_BAD_REQUEST", "ALREADY_ACCEPTED", ""), (await desk.Send("interim", Performer)).Issue);
        Assert.Equal(200, (await desk.Send("final", Performer)).Status);
        var done = await Get(told.Id!);
        Assert.Equal((ReferralState.Completed, "independent", ClockState.Met, "51"), (done.State, done.Outcome.Code, done.Clock.State, done.Allocations[0].TeamType.Code));
        Assert.Equal((400, "REC_BAD_REQUEST", "REFERRAL_ENDED", ""), (await desk.Send("cancel-by-delete")).Issue);
        Assert.Equal(
            "new-validation update interim final",
            await hub.Value<string>("select string_agg(kind, ' ' order by received_at) from referrals.message where referral_id = $1", Guid.Parse(told.Id!)));
    }

    [Theory]
    [InlineData("cancel-by-update")]
    [InlineData("cancel-by-delete")]
    public async Task A_cancellation_is_taken_with_either_reason(string example)
    {
        var desk = new MessageDesk(hub);
        var told = Asked(await desk.Send("new-referral"));
        Assert.Equal(RequestStatus.Revoked, Asked(await desk.Send(example)).Status);
        Assert.Equal((ReferralState.Cancelled, "11"), ((await Get(told.Id!)).State, (await Get(told.Id!)).CancelReason.Code));
        Assert.Equal((400, "REC_BAD_REQUEST", "REFERRAL_ENDED", ""), (await desk.Send(example)).Issue);
    }

    [Fact]
    public async Task A_service_rejects_by_message_with_a_reason()
    {
        var desk = new MessageDesk(hub);
        var told = Asked(await desk.Send("new-validation"));
        Assert.Equal((404, "REC_NOT_FOUND", "REFERRAL_NOT_FOUND", ""), (await desk.Send("rejected", "hbc")).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await desk.Send("rejected", "care-home-1")).Issue);
        var silent = desk.Example("rejected");
        Resource(silent, "Encounter", 1).Remove("reasonCode");
        Assert.Equal((400, "REC_BAD_REQUEST", "REQUIRED", "reason"), (await desk.Send(silent, Performer)).Issue);
        Assert.Equal(200, (await desk.Send("rejected", Performer)).Status);
        Assert.Equal((ReferralState.Rejected, "40"), ((await Get(told.Id!)).State, (await Get(told.Id!)).RejectionReason.Code));
    }

    [Fact]
    public async Task A_repeat_is_a_duplicate_and_nothing_else_looks_like_one()
    {
        var desk = new MessageDesk(hub);
        var id = People.RequestId();
        var text = Encoding.UTF8.GetBytes(desk.Text("new-validation"));
        Assert.Equal(200, (await desk.Post(text, requestId: id)).Status);
        var again = await desk.Post(text, requestId: id);
        Assert.Equal((409, "REC_CONFLICT", "MESSAGE_ALREADY_PROCESSED", ""), again.Issue);
        Assert.Equal(OperationOutcome.IssueType.Duplicate, ((OperationOutcome)again.Resource!).Issue[0].Code);
        var other = await desk.Send("new-validation");
        Assert.Equal((409, "REC_CONFLICT", "REFERRAL_ALREADY_OPEN", ""), other.Issue);
        Assert.Equal(OperationOutcome.IssueType.Conflict, ((OperationOutcome)other.Resource!).Issue[0].Code);
        Assert.Equal((409, "REC_CONFLICT", "REQUEST_ID_REUSED", ""), (await desk.Send("update", requestId: id)).Issue);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from referrals.referral where nhs_number = $1", desk.NhsNumber));

        // Many at once: one is taken, the others hear that it is, or was, and none hears of success twice.
        var crowd = new MessageDesk(hub);
        var body = Encoding.UTF8.GetBytes(crowd.Text("new-referral"));
        var same = People.RequestId();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => crowd.Post(body, requestId: same)));
        Assert.Single(answers, a => a.Status == 200);
        Assert.All(answers.Where(a => a.Status != 200), a => Assert.Contains(a.Issue, new[] { (409, "REC_CONFLICT", "MESSAGE_ALREADY_PROCESSED", ""), (425, "REC_TOO_EARLY", "MESSAGE_STILL_PROCESSING", "") }));
        Assert.Equal(1L, await hub.Value<long>("select count(*) from referrals.referral where nhs_number = $1", crowd.NhsNumber));
    }

    [Fact]
    public async Task Newer_data_is_a_conflict_and_an_unknown_matter_is_not_found()
    {
        var desk = new MessageDesk(hub);
        Assert.Equal((404, "REC_NOT_FOUND", "REFERRAL_NOT_FOUND", ""), (await desk.Send("update")).Issue);
        var told = Asked(await desk.Send("new-validation"));
        var stale = desk.Example("update");
        var asked = Resource(stale, "ServiceRequest");
        (asked["id"], asked["meta"]) = (told.Id, new JsonObject { ["versionId"] = "r0" });
        Assert.Equal((409, "REC_CONFLICT", "ETAG_MISMATCH", ""), (await desk.Send(stale)).Issue);
        asked["meta"]!["versionId"] = told.Meta!.VersionId;
        Assert.Equal(200, (await desk.Send(stale, correlation: People.RequestId())).Status);
    }

    public static TheoryData<string, string, string, Action<JsonObject>> Broken => new()
    {
        { "Bundle.meta.versionId", "bars-version", "invariant", b => b["meta"]!.AsObject().Remove("versionId") },
        { "Bundle.timestamp", "REQUIRED", "required", b => b.Remove("timestamp") },
        { "Bundle.type", "NOT_A_MESSAGE", "value", b => b["type"] = "collection" },
        { "MessageHeader.eventCoding", "CODE_UNKNOWN", "value", b => Resource(b, "MessageHeader")["eventCoding"]!["code"] = "hello" },
        { "MessageHeader.reason", "CODE_UNKNOWN", "value", b => Resource(b, "MessageHeader").Remove("reason") },
        { "MessageHeader.destination", "bars-header", "invariant", b => Resource(b, "MessageHeader").Remove("destination") },
        { "MessageHeader.destination[0].receiver", "bars-reference", "invariant", b => Resource(b, "MessageHeader")["destination"]![0]!["receiver"]!["reference"] = "urn:uuid:00000000-0000-4000-8000-000000000099" },
        { "MessageHeader.sender", "bars-reference", "invariant", b => Resource(b, "MessageHeader").Remove("sender") },
        { "MessageHeader.focus", "bars-reference", "invariant", b => Resource(b, "MessageHeader").Remove("focus") },
        { "Bundle.entry(Encounter)", "bars-cardinality", "invariant", b => Drop(b, "Encounter") },
        { "Bundle.entry(CarePlan)", "bars-cardinality", "invariant", b => Drop(b, "CarePlan") },
        { "Bundle.entry(Location)", "bars-cardinality", "invariant", b => Drop(b, "Location") },
        { "Bundle.entry(Consent)", "bars-cardinality", "invariant", b => Drop(b, "Consent") },
        { "Bundle.entry(HealthcareService)", "bars-cardinality", "invariant", b => Drop(b, "HealthcareService") },
        { "Bundle.entry(PractitionerRole)", "bars-cardinality", "invariant", b => Drop(b, "PractitionerRole") },
        { "ServiceRequest.status", "bars-workflow", "invariant", b => Resource(b, "ServiceRequest")["status"] = "draft" },
        { "ServiceRequest.intent", "bars-workflow", "invariant", b => Resource(b, "ServiceRequest")["intent"] = "order" },
        { "ServiceRequest.occurrencePeriod", "bars-workflow", "invariant", b => Resource(b, "ServiceRequest")["occurrencePeriod"]!.AsObject().Remove("end") },
        { "CarePlan.status", "bars-workflow", "invariant", b => Resource(b, "CarePlan")["status"] = "completed" },
        { "Encounter.status", "bars-workflow", "invariant", b => Resource(b, "Encounter")["status"] = "planned" },
        { "patient.name.family", "REQUIRED", "required", b => Resource(b, "Patient")["name"]![0]!.AsObject().Remove("family") },
        { "nhs_number", "NHS_NUMBER_INVALID", "value", b => Resource(b, "Patient")["identifier"]![0]!["value"] = "9990000019" },
        { "conditions[0]", "CODE_UNKNOWN", "value", b => Resource(b, "ServiceRequest")["reasonCode"]![0]!["coding"]![0]!["code"] = "hiccups" },
        { "needed_by", "IN_THE_PAST", "value", b => Resource(b, "ServiceRequest")["occurrencePeriod"] = JsonNode.Parse("""{"start":"2020-01-01T00:00:00Z","end":"2020-01-01T02:00:00Z"}""") },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_rule_is_named_and_nothing_is_kept(string place, string reason, string issue, Action<JsonObject> spoil)
    {
        var desk = new MessageDesk(hub);
        var message = desk.Example("new-validation");
        spoil(message);
        var answer = await desk.Send(message);
        var told = ((OperationOutcome)answer.Resource!).Issue;
        Assert.Equal(400, answer.Status);
        Assert.Contains((place, reason, issue, "REC_BAD_REQUEST"), told.Select(i => (i.Expression.FirstOrDefault() ?? "", i.Details!.Text!, EnumUtility.GetLiteral(i.Code!.Value), i.Details.Coding[0].Code!)));
        Assert.Equal(0L, await hub.Value<long>("select (select count(*) from referrals.referral where nhs_number = $1) + (select count(*) from referrals.message where correlation_id = $2)", desk.NhsNumber, Guid.Parse(desk.Correlation)));
        Assert.DoesNotContain(desk.NhsNumber, FhirJson.Write(answer.Resource), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_the_error_table_that_are_not_about_the_message()
    {
        var desk = new MessageDesk(hub);
        var text = Encoding.UTF8.GetBytes(desk.Text("new-validation"));
        Assert.Equal((400, "REC_BAD_REQUEST", "REQUIRED", "X-Request-Id"), (await desk.Post(text, change: r => r.Headers.Remove("X-Request-Id"))).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "REQUIRED", "X-Correlation-Id"), (await desk.Post(text, change: r => r.Headers.Remove("X-Correlation-Id"))).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "NOT_A_UUID", "X-Request-Id"), (await desk.Post(text, requestId: "1")).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "HEADER_FORM", "NHSD-Target-Identifier"), (await desk.Post(text, change: r => r.Headers.Add("NHSD-Target-Identifier", "hicafs"))).Issue);
        foreach (var header in new[] { "NHSD-End-User-Organisation", "NHSD-Requesting-Software" })
        {
            Assert.Equal((400, "REC_BAD_REQUEST", "REQUIRED", header), (await desk.Post(text, change: r => r.Headers.Remove(header))).Issue);
            foreach (var wrong in new[] { "RBN", Convert.ToBase64String("""{"resourceType":"Organization","colour":"red"}"""u8), Convert.ToBase64String("""{"resourceType":"Patient","active":true}"""u8), new string('A', 4004) })
            {
                Assert.Equal((400, "REC_BAD_REQUEST", "HEADER_FORM", header), (await desk.Post(text, change: r => Give(r, header, wrong))).Issue);
            }
        }

        Assert.Equal((400, "REC_BAD_REQUEST", "HEADER_FORM", "NHSD-End-User-Organisation"), (await desk.Post(text, change: r => Give(r, "NHSD-End-User-Organisation", Convert.ToBase64String("""{"resourceType":"Organization","name":"RBN"}"""u8)))).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "HEADER_FORM", "NHSD-Requesting-Software"), (await desk.Post(text, change: r => Give(r, "NHSD-Requesting-Software", Convert.ToBase64String("""{"resourceType":"Device","status":"active"}"""u8)))).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "ORGANISATION_NOT_YOURS", ""), (await desk.Post(text, change: r => Give(r, "NHSD-End-User-Organisation", MessageDesk.Organisation("RWW")))).Issue);
        Assert.Equal((400, "REC_BAD_REQUEST", "CONTENT_TYPE_NOT_TAKEN", "Content-Type"), (await desk.Post(text, change: r => r.Content!.Headers.ContentType = new("text/plain"))).Issue);
        Assert.Equal((406, "REC_NOT_ACCEPTABLE", "MEDIA_NOT_SERVED", ""), (await desk.Post(text, change: r => r.Headers.Accept.ParseAdd("application/fhir+xml"))).Issue);
        Assert.Equal((405, "SEND_METHOD_NOT_ALLOWED", "METHOD_NOT_ALLOWED", ""), (await hub.Fhir("rbn", "$process-message")).Issue);
        Assert.Equal((422, "REC_UNPROCESSABLE_ENTITY", "TOO_LONG", ""), (await desk.Post(new byte[FhirJson.Longest + 1])).Issue);
        Assert.Equal((403, "REC_FORBIDDEN", "KIND_NOT_ALLOWED", ""), (await desk.Send("new-validation", "vcfse-1")).Issue);
        var version = desk.Example("new-validation");
        version["meta"]!["versionId"] = "2.0.0";
        Assert.Equal((422, "REC_UNPROCESSABLE_ENTITY", "VERSION_NOT_SUPPORTED", ""), (await desk.Send(version)).Issue);
        var booking = desk.Example("new-validation");
        Resource(booking, "MessageHeader")["eventCoding"]!["code"] = "booking-request";
        Assert.Equal((501, "REC_NOT_IMPLEMENTED", "MESSAGE_NOT_SUPPORTED", ""), (await desk.Send(booking)).Issue);
        var nowhere = desk.Example("new-validation");
        Resource(nowhere, "HealthcareService")["identifier"]![0]!["value"] = "nowhere";
        Resource(nowhere, "MessageHeader")["destination"]![0]!["endpoint"] = "https://fhir.nhs.uk/Id/dos-service-id|nowhere";
        Assert.Equal((404, "REC_NOT_FOUND", "SERVICE_NOT_FOUND", ""), (await desk.Send(nowhere)).Issue);

        // The target's header comes before what the message says; both ids come back, whatever the answer.
        var target = Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"value":"hicafs","system":"https://fhir.nhs.uk/Id/dos-service-id"}"""));
        var id = People.RequestId();
        var taken = await desk.Post(Encoding.UTF8.GetBytes(nowhere.ToJsonString()), requestId: id, change: r => r.Headers.Add("NHSD-Target-Identifier", target));
        Assert.Equal((200, id, desk.Correlation), (taken.Status, taken.Headers.GetValues("X-Request-Id").Single(), taken.Headers.GetValues("X-Correlation-Id").Single()));
        var refused = await desk.Post([], requestId: id);
        Assert.Equal((400, id), (refused.Status, refused.Headers.GetValues("X-Request-Id").Single()));

        static void Give(HttpRequestMessage request, string header, string value)
        {
            request.Headers.Remove(header);
            request.Headers.Add(header, value);
        }
    }

    [Fact]
    public async Task What_another_node_is_at_is_too_early_for_a_twin()
    {
        var desk = new MessageDesk(hub);
        var (text, id) = (Encoding.UTF8.GetBytes(desk.Text("new-validation")), People.RequestId());
        await using (var node = await hub.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync())
        {
            await using var running = await node.BeginTransactionAsync();
            await using var turn = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))", node, running) { Parameters = { new() { Value = $"{Requester} {id}" } } };
            await turn.ExecuteNonQueryAsync();
            var early = await desk.Post(text, requestId: id);
            Assert.Equal((425, "REC_TOO_EARLY", "MESSAGE_STILL_PROCESSING", ""), early.Issue);
            Assert.Equal("1", early.Headers.GetValues("Retry-After").Single());
        }

        Assert.Equal(200, (await desk.Post(text, requestId: id)).Status);
    }

    [Fact]
    public void Each_row_of_the_error_table_that_the_hub_answers_with_has_an_example()
    {
        var rows = FhirOutcome.Examples.Select(e => $"{e.Status} {e.Outcome.Issue[0].Details!.Coding[0].Code} {EnumUtility.GetLiteral(e.Outcome.Issue[0].Code!.Value)}").Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "400 REC_BAD_REQUEST invalid", "400 REC_BAD_REQUEST invariant", "400 REC_BAD_REQUEST required", "400 REC_BAD_REQUEST value", "401 REC_UNAUTHORIZED forbidden", "403 REC_FORBIDDEN forbidden",
                "404 REC_NOT_FOUND not-found", "405 SEND_METHOD_NOT_ALLOWED not-supported", "406 REC_NOT_ACCEPTABLE processing", "408 REC_TIMEOUT timeout", "409 REC_CONFLICT conflict",
                "409 REC_CONFLICT duplicate", "422 REC_UNPROCESSABLE_ENTITY not-supported", "422 REC_UNPROCESSABLE_ENTITY too-costly", "425 REC_TOO_EARLY transient",
                "429 SEND_TOO_MANY_REQUESTS throttled", "500 REC_SERVER_ERROR exception", "501 REC_NOT_IMPLEMENTED not-supported", "503 REC_SERVICE_UNAVAILABLE transient",
            ],
            rows);
    }

    [Fact]
    public async Task The_same_over_gRPC_with_both_ids_as_metadata()
    {
        var desk = new MessageDesk(hub);
        var door = new FhirExchangeService.FhirExchangeServiceClient(hub.Channel(Requester));
        var id = People.RequestId();
        var ids = new Metadata
        {
            { "x-request-id", id },
            { "x-correlation-id", desk.Correlation },
            { "nhsd-end-user-organisation", MessageDesk.Organisation("RBN") },
            { "nhsd-requesting-software", MessageDesk.Software },
        };
        var message = new ProcessMessageRequest { Json = desk.Text("new-referral") };
        using var call = door.ProcessMessageAsync(message, ids);
        var answer = (Bundle)FhirJson.Read(Encoding.UTF8.GetBytes((await call.ResponseAsync).Json));
        Assert.Equal(Bundle.BundleType.Message, answer.Type);
        Assert.Equal(id, call.GetTrailers().GetValue("x-request-id"));
        await door.ProcessMessageAsync(message, ids).Refused(StatusCode.AlreadyExists, "MESSAGE_ALREADY_PROCESSED");
        await door.ProcessMessageAsync(new ProcessMessageRequest { Json = "{}" }).NamesField("X-Request-Id", "REQUIRED");
    }

    [Fact]
    public void The_standards_own_examples_are_refused_as_it_says_when_they_are_there()
    {
        var folder = Path.Combine(HouseTests.Repository(), "..", "shared", "conformance", "bars");
        if (!System.IO.Directory.Exists(folder))
        {
            return;
        }

        // A booking, which the hub does not take; and traps that must not pass for FHIR.
        Assert.Equal("501 MESSAGE_NOT_SUPPORTED", Judged(Path.Combine(folder, "process_message", "POST-body.json")));
        Assert.StartsWith("400", Judged(Path.Combine(folder, "service_request", "PATCH-body.json")), StringComparison.Ordinal);

        // The outcomes are read; the one whose issue is of no such type is not.
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(folder, "OperationOutcome"), "*.json", SearchOption.AllDirectories))
        {
            Assert.Equal(!file.Contains("too costly", StringComparison.Ordinal), Judged(file) == "400 NOT_A_MESSAGE");
        }

        static string Judged(string file)
        {
            try
            {
                FhirMessage.Judge(FhirJson.Read(File.ReadAllBytes(file)));
                return "200";
            }
            catch (Fault fault)
            {
                return $"{FhirOutcome.Of(fault, "").Status} {fault.Reason}";
            }
        }
    }

    private static ServiceRequest Asked(FhirAnswer answer) => answer.Bundle.Entry.Select(e => e.Resource).OfType<ServiceRequest>().Single();

    private async Task<Referral> Get(string id) => await hub.Referrals(Requester).GetReferralAsync(Referring.Whole(id));
}
