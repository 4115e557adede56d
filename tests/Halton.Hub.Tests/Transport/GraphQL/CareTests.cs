using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.GraphPeople;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>A discharge followed through the care schema, with the same rules, checks and repeats as through gRPC.</summary>
public sealed class CareTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_discharge_is_followed_from_admission_to_leaving()
    {
        var admission = Admission();
        var admitted = (await hub.Change("rww", "recordAdmission", Input(admission))).Data("recordAdmission");
        var id = admitted.At("dischargeId").GetString()!;
        Assert.Equal("READY", (await hub.Change("rww", "reviewCriteriaToReside", Input(Review(id, 24)))).Data("reviewCriteriaToReside.state").GetString());
        var etag = (await hub.Graph("rww", "query($n: String) { dischargeStatus(nhsNumber: $n) { etag } }", new { n = admission.NhsNumber })).Data("dischargeStatus.etag").GetString()!;
        var planned = (await hub.Change("rww", "assignPathway", Input(Assign(id, "P1", etag)))).Data("assignPathway");
        Assert.Equal("PLANNED", planned.At("state").GetString());
        var left = (await hub.Change("rww", "confirmDischarge", Input(Confirm(id, planned.At("etag").GetString()!, destination: "51")))).Data("confirmDischarge");
        Assert.Equal(("DISCHARGED", "dischargeDestination"), (left.At("state").GetString(), left.At("warnings.0.field").GetString()));
        (await hub.Change("rww", "cancelDischarge", Input(Cancel(id, left.At("etag").GetString()!)))).Refused("FAILED_PRECONDITION", "STAY_CLOSED");
    }

    [Fact]
    public async Task What_is_told_is_what_gRPC_tells()
    {
        var told = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        await hub.Discharges("rww").ReviewCriteriaToResideAsync(Review(told.DischargeId, 24, "01"));
        var reviewed = await hub.Discharges("rww").ReviewCriteriaToResideAsync(Review(told.DischargeId, 12));
        await hub.Discharges("rww").AssignPathwayAsync(Assign(told.DischargeId, "P2", reviewed.Etag));
        var full = await hub.Discharges("hbc").GetDischargeStatusAsync(ById(told.DischargeId, DischargeView.Full));
        var answer = (await hub.Graph("hbc", Everything, new { id = told.DischargeId })).Data("dischargeStatus");
        Assert.Equal(new GlobalId("Discharge", Guid.Parse(told.DischargeId)).ToString(), answer.At("id").GetString());
        Assert.Equal(full.NhsNumber, answer.At("nhsNumber").GetString());
        Assert.Equal((full.NhsNumberStatus.Code, full.NhsNumberStatus.Display, full.NhsNumberStatus.System), (answer.At("nhsNumberStatus.code").GetString(), answer.At("nhsNumberStatus.display").GetString(), answer.At("nhsNumberStatus.system").GetString()));
        Assert.Equal(("PLANNED", "NOT_MET", full.DischargeReadyDate), (answer.At("state").GetString(), answer.At("criteriaToReside").GetString(), answer.At("dischargeReadyDate").GetString()));
        Assert.Equal(full.DaysSinceReady, answer.At("daysSinceReady").GetInt32());
        Assert.Equal(full.NextAction.Code, answer.At("nextAction.code").GetString());
        Assert.Equal(full.AdmittedAt.ToDateTime(), answer.At("admittedAt").GetDateTime().ToUniversalTime());
        Assert.Equal(full.Patient.Name.Family, answer.At("patient.name.family").GetString());
        Assert.Equal(full.Patient.Address.PostalCode, answer.At("patient.address.postalCode").GetString());
        Assert.Equal(full.Patient.Telecom.Select(t => t.Value), answer.At("patient.telecom").EnumerateArray().Select(t => t.At("value").GetString()));
        Assert.Equal(full.Reviews.Select(r => string.Join(',', r.Criteria.Select(c => c.Code))), answer.At("reviews").EnumerateArray().Select(r => string.Join(',', r.At("criteria").EnumerateArray().Select(c => c.At("code").GetString()))));
        Assert.Equal("P2", answer.At("pathwayDecisions.0.pathway.code").GetString());
        Assert.Equal(0, answer.At("warnings").GetArrayLength());
    }

    [Fact]
    public async Task A_repeat_is_the_same_request_at_either_door()
    {
        var admission = Admission();
        var first = await hub.Discharges("rww").RecordAdmissionAsync(admission);
        Assert.Equal(first.DischargeId, (await hub.Change("rww", "recordAdmission", Input(admission))).Data("recordAdmission.dischargeId").GetString());
        var review = Review(first.DischargeId, 24, "01", "02");
        var etag = (await hub.Change("rww", "reviewCriteriaToReside", Input(review))).Data("reviewCriteriaToReside.etag").GetString();
        Assert.Equal(etag, (await hub.Discharges("rww").ReviewCriteriaToResideAsync(review)).Etag);
        var assign = Assign(first.DischargeId, "P1", etag!);
        var assigned = await hub.Discharges("rww").AssignPathwayAsync(assign);
        Assert.Equal(assigned.Etag, (await hub.Change("rww", "assignPathway", Input(assign))).Data("assignPathway.etag").GetString());
        var cancel = Cancel(first.DischargeId, assigned.Etag);
        var cancelled = await hub.Discharges("rww").CancelDischargeAsync(cancel);
        Assert.Equal(cancelled.Etag, (await hub.Change("rww", "cancelDischarge", Input(cancel))).Data("cancelDischarge.etag").GetString());
        admission.Ward = "Other Ward";
        (await hub.Change("rww", "recordAdmission", Input(admission))).Refused("ALREADY_EXISTS", "REQUEST_ID_REUSED");
        await hub.Discharges("rww").RecordAdmissionAsync(admission).Refused(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Wrong_fields_are_named_as_the_schema_spells_them()
    {
        var wrong = Admission(a => (a.RequestId, a.NhsNumber, a.Ward, a.Patient.BirthDate) = ("x", "1234567890", " ", "1941-13"));
        var answer = await hub.Change("rww", "recordAdmission", Input(wrong));
        answer.Refused("INVALID_ARGUMENT", "NOT_A_UUID").NamesField("requestId", "NOT_A_UUID").NamesField("nhsNumber", "NHS_NUMBER_INVALID").NamesField("ward", "REQUIRED").NamesField("patient.birthDate", "NOT_A_DATE");
        Assert.DoesNotContain("_", answer.Errors[0].At("message").GetString(), StringComparison.Ordinal);
        var stay = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        await hub.Discharges("rww").ReviewCriteriaToResideAsync(Review(stay.DischargeId, 24));
        var stale = (await hub.Change("rww", "assignPathway", Input(Assign(stay.DischargeId, "P1", stay.Etag)))).Refused("ABORTED", "ETAG_MISMATCH");
        Assert.Equal("d2", stale.Errors[0].At("extensions.currentEtag").GetString());
        (await hub.Graph("rww", "{ dischargeStatus { id } }")).NamesField("dischargeId", "REQUIRED");
        (await hub.Graph("rww", $$"""{ dischargeStatus(nhsNumber: "x", dischargeId: "{{stay.DischargeId}}") { id } }""")).NamesField("nhsNumber", "NOT_EXPECTED");
        (await hub.Graph("rww", """{ discharges(after: "x") { nodes { id } } }""")).NamesField("after", "PAGE_TOKEN_INVALID");
        (await hub.Graph("rww", """{ discharges(filter: { pathways: ["P9"] }) { nodes { id } } }""")).NamesField("pathways", "CODE_UNKNOWN");
    }

    [Fact]
    public async Task A_stranger_finds_nothing_where_somebody_else_finds_something()
    {
        var stay = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var (there, nowhere) = (stay.DischargeId, Guid.CreateVersion7().ToString());
        foreach (var ask in new Func<string, (string Query, object Variables)>[]
        {
            id => ("query($id: ID!) { dischargeStatus(dischargeId: $id) { id } }", new { id }),
            id => ("query($id: ID!) { node(id: $id) { id } }", new { id = new GlobalId("Discharge", Guid.Parse(id)).ToString() }),
        })
        {
            var (mine, yours, none) = (ask(there), ask(there), ask(nowhere));
            Assert.Empty((await hub.Graph("rww", mine.Query, mine.Variables)).Errors);
            var stranger = (await hub.Graph("rbn", yours.Query, yours.Variables)).Refused("NOT_FOUND", "DISCHARGE_NOT_FOUND");
            var nobody = (await hub.Graph("rbn", none.Query, none.Variables)).Refused("NOT_FOUND", "DISCHARGE_NOT_FOUND");
            Assert.Equal(WithoutTrace(stranger), WithoutTrace(nobody));
        }

        (await hub.Change("rbn", "cancelDischarge", Input(Cancel(there, stay.Etag)))).Refused("NOT_FOUND", "DISCHARGE_NOT_FOUND");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("RGlzY2hhcmdl")]
    [InlineData("UGF0aWVudDowMTkzYjFhMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA")]
    public async Task What_is_no_global_id_of_the_schema_is_refused_by_name(string id) =>
        (await hub.Graph("rww", "query($id: ID!) { node(id: $id) { id } }", new { id })).Refused("INVALID_ARGUMENT", "GLOBAL_ID_INVALID");

    [Fact]
    public async Task Pages_follow_one_another_and_show_each_discharge_once()
    {
        for (var i = 0; i < 5; i++)
        {
            await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Page Ward"));
        }

        var (ids, after, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var page = (await hub.Graph("rww", Page, new { after })).Data("discharges");
            Assert.InRange(page.At("nodes").GetArrayLength(), 1, 2);
            Assert.Equal(after is null, page.At("resumeToken").GetString() is not null);
            Assert.Equal(page.At("edges").EnumerateArray().Last().At("cursor").GetString(), page.At("pageInfo.endCursor").GetString());
            Assert.All(page.At("nodes").EnumerateArray(), node => Assert.Equal("Zzyzxquill", node.At("patient.name.family").GetString()));
            ids.AddRange(page.At("nodes").EnumerateArray().Select(n => n.At("dischargeId").GetString()!));
            (after, more) = (page.At("pageInfo.endCursor").GetString(), page.At("pageInfo.hasNextPage").GetBoolean());
        }

        Assert.Equal((5, 5), (ids.Count, ids.Distinct().Count()));
        (await hub.Graph("hbc", Page, new { after })).NamesField("after", "PAGE_TOKEN_INVALID");
    }

    [Theory]
    [InlineData("query($n: String) { dischargeStatus(nhsNumber: $n) { state } }", 1, false)]
    [InlineData("query($n: String) { dischargeStatus(nhsNumber: $n) { state patient { gender } reviews { reviewedAt } pathwayDecisions { decidedAt } } }", 1, true)]
    [InlineData("query($n: String) { dischargeStatus(nhsNumber: $n) { ...A } } fragment A on Discharge { ...B } fragment B on Discharge { patient { gender } }", 1, true)]
    [InlineData("query($n: String) { discharges(first: 100, filter: { site: $n }) { nodes { id } edges { node { state nextAction { text } pathway { display } } } } }", 2, false)]
    [InlineData("query($n: String) { discharges(first: 100, filter: { site: $n }) { nodes { patient { gender } reviews { reviewedAt } } } }", 2, true)]
    public async Task An_answer_of_any_length_takes_as_many_reads_as_it_has_fields(string query, int reads, bool details)
    {
        var admission = Admission();
        await hub.Discharges("rww").RecordAdmissionAsync(admission);
        var token = await hub.Token("rww");
        var variables = new { n = query.Contains("site", StringComparison.Ordinal) ? "RWWWH" : admission.NhsNumber };
        using var counter = new StatementCount();
        Assert.Empty((await hub.GraphWith(token, query, variables, change: counter.Follow)).Errors);
        Assert.Equal(reads, counter.Statements.Count);
        Assert.Equal(details, counter.Statements.Any(sql => sql.Contains("discharge.patient", StringComparison.Ordinal)));
        Assert.Equal(1, await hub.Value<long>("select count(*) from audit.entry where trace_id = $1", counter.TraceId));
    }

    private static string WithoutTrace(GraphAnswer answer) => System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"traceId\":\"[0-9a-f]+\"", "");

    private const string Page = """
        query($after: String) { discharges(first: 2, after: $after, filter: { ward: "Page Ward" }) {
          edges { cursor } nodes { dischargeId patient { name { family } } } pageInfo { hasNextPage endCursor } resumeToken } }
        """;

    private const string Everything = """
        query($id: ID!) { dischargeStatus(dischargeId: $id) {
          id dischargeId nhsNumber nhsNumberStatus { system code display } state criteriaToReside dischargeReadyDate daysSinceReady pathway { code } nextAction { code owner text }
          etag trust site ward spellIdentifier admittedAt lastReviewedAt plannedDischargeDate dischargedAt dischargeMethod { code } dischargeDestination { code } cancelReason { code }
          cancelReasonText changedAt warnings { reason } admissionMethod { code } admitSource { code }
          patient { name { family given } birthDate gender address { line city postalCode } telecom { system value } generalPractice localAuthority confidentiality }
          reviews { reviewedAt criteria { code } reviewerRole } pathwayDecisions { decidedAt pathway { code } decidedByRole careTransferHubReferred } } }
        """;
}
