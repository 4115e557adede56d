using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Every root field is a door of the access table, and refusals at it are on record.</summary>
public sealed class AccessTests(ProbeHub one) : IClassFixture<ProbeHub>
{
    private const string Status = "query($n: String) { dischargeStatus(nhsNumber: $n) { state } }";
    private readonly HubUnderTest hub = one.Hub;

    [Theory]
    [InlineData("vcfse-1")]
    [InlineData("care-home-1")]
    public async Task Who_has_no_business_with_people_learns_nothing_of_the_care_schema(string partner)
    {
        foreach (var query in new[] { "{ __typename }", "{ __schema { types { name } } }", "{ nothing }", "{ dischargeStatus { id } }" })
        {
            var answer = (await hub.Graph(partner, query)).Refused("PERMISSION_DENIED", "KIND_NOT_ALLOWED");
            Assert.Equal(403, (int)answer.Status);
        }

        Assert.Equal(1, await Recorded(partner, "KIND_NOT_ALLOWED", "GetDischargeStatus"));
    }

    [Fact]
    public async Task A_call_about_a_person_names_its_purpose_and_others_need_not()
    {
        var token = await hub.Token("hbc");
        foreach (var purpose in new[] { null, "" })
        {
            (await hub.GraphWith(token, Status, new { n = NhsNumber() }, purpose: purpose)).Refused("INVALID_ARGUMENT", "PURPOSE_REQUIRED").NamesField("purpose-of-use", "PURPOSE_REQUIRED");
        }

        foreach (var purpose in new[] { "HMARKT", "ETREAT", "treat" })
        {
            (await hub.GraphWith(token, Status, new { n = NhsNumber() }, purpose: purpose)).Refused("PERMISSION_DENIED", "PURPOSE_NOT_ALLOWED");
        }

        Assert.Equal(2, await Recorded("hbc", "PURPOSE_REQUIRED", "GetDischargeStatus"));
        Assert.Equal(3, await Recorded("hbc", "PURPOSE_NOT_ALLOWED", "GetDischargeStatus"));
        Assert.Equal("Query", (await hub.GraphWith(token, "{ __typename }", purpose: null)).Data("__typename").GetString());
        Assert.Equal("echo", (await hub.GraphWith(await hub.Token("vcfse-1"), "{ echo }", schema: "directory", purpose: null)).Data("echo").GetString());
    }

    [Fact]
    public async Task One_field_that_is_refused_refuses_the_request_before_anything_runs()
    {
        var admission = Admission();
        await hub.Discharges("rww").RecordAdmissionAsync(admission);
        var looks = await hub.Value<long>("select count(*) from audit.entry where operation = 'GetDischargeStatus' and outcome = 'success'");
        var reader = await hub.Token("rww", "system/Encounter.r");
        foreach (var query in new[]
        {
            "query($n: String) { dischargeStatus(nhsNumber: $n) { state } discharges { nodes { id } } }",
            "query($n: String) { dischargeStatus(nhsNumber: $n) { state } ...A } fragment A on Query { ... on Query { x: discharges { nodes { id } } } }",
            "query($n: String) { dischargeStatus(nhsNumber: $n) { state } discharges @skip(if: true) { nodes { id } } }",
        })
        {
            var answer = (await hub.GraphWith(reader, query, new { n = admission.NhsNumber })).Refused("PERMISSION_DENIED", "SCOPE_MISSING");
            Assert.Equal((403, false), ((int)answer.Status, answer.HasData));
        }

        Assert.Equal(looks, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetDischargeStatus' and outcome = 'success'"));
        Assert.Equal(3, await Recorded("rww", "SCOPE_MISSING", "ListDischarges"));
        Assert.Equal("ADMITTED", (await hub.GraphWith(reader, Status, new { n = admission.NhsNumber })).Data("dischargeStatus.state").GetString());
    }

    [Fact]
    public async Task A_node_is_reached_by_its_types_own_rule()
    {
        var stay = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var id = new GlobalId("Discharge", Guid.Parse(stay.DischargeId)).ToString();
        var lister = await hub.Token("rww", "system/Encounter.s");
        const string Node = "query($id: ID!) { node(id: $id) { id ... on Discharge { ward patient { gender } } } }";
        (await hub.GraphWith(lister, Node, new { id })).Refused("PERMISSION_DENIED", "SCOPE_MISSING");
        (await hub.GraphWith(lister, $$"""{ node(id: "{{id}}") { id } }""")).Refused("PERMISSION_DENIED", "SCOPE_MISSING");
        (await hub.GraphWith(lister, $$"""query($id: ID! = "{{id}}") { node(id: $id) { id } }""")).Refused("PERMISSION_DENIED", "SCOPE_MISSING");
        Assert.Equal("female", (await hub.Graph("rww", Node, new { id })).Data("node.patient.gender").GetString());
    }

    [Fact]
    public async Task A_refusal_inside_an_operation_is_on_record_once_for_each_root_field()
    {
        var answer = await hub.Graph("hicafs", "query($a: ID, $b: ID) { a: dischargeStatus(dischargeId: $a) { id } b: dischargeStatus(dischargeId: $b) { id } }", new { a = Guid.CreateVersion7(), b = Guid.CreateVersion7() });
        Assert.Equal(["a", "b"], answer.Errors.Select(e => e.At("path.0").GetString()!).Order());
        Assert.All(answer.Errors, e => Assert.Equal("NOT_FOUND", e.At("extensions.code").GetString()));
        Assert.Equal(2, await hub.Value<long>("select count(*) from audit.entry where partner = 'hicafs'"));
    }

    [Fact]
    public async Task The_schema_is_told_to_developers_only()
    {
        Assert.NotEqual(0, (await hub.Graph("rww", Guarded.Introspection)).Data("__schema.types").GetArrayLength());
        await using var production = await ProbeHub.Start(development: false);
        foreach (var query in new[] { Guarded.Introspection, "{ __type(name: \"Discharge\") { name } }", "{ ...A } fragment A on Query { x: __schema { types { name } } }" })
        {
            (await production.Graph("rww", query)).Refused("PERMISSION_DENIED", "INTROSPECTION_OFF");
        }

        Assert.Equal("Query", (await production.Graph("rww", "{ __typename }")).Data("__typename").GetString());
    }

    private async Task<long> Recorded(string partner, string outcome, string operation) =>
        await hub.Value<long>("select count(*) from audit.entry where partner = $1 and outcome = $2 and operation = $3", partner, outcome, operation);
}
