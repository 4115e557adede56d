using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Errors have codes from a closed list, and tell nothing but what the caller can act on.</summary>
public sealed class ErrorTests(ProbeHub one) : IClassFixture<ProbeHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public void The_list_of_codes_is_closed() => Assert.Equal(
        [
            "ABORTED", "ALREADY_EXISTS", "BAD_REQUEST", "DOCUMENT_NOT_TRUSTED", "DOCUMENT_REFUSED", "FAILED_PRECONDITION", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INTERNAL",
            "INVALID_ARGUMENT", "NOT_FOUND", "OUT_OF_RANGE", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "UNAUTHENTICATED", "UNAVAILABLE", "UNIMPLEMENTED",
        ],
        GraphQLCodes.All.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_fault_has_a_code_of_its_own() =>
        Assert.Equal(Enum.GetValues<FaultKind>().Length, Enum.GetValues<FaultKind>().Select(GraphQLCodes.Of).Except([GraphQLCodes.Internal]).Distinct().Count());

    [Fact]
    public async Task What_an_exception_says_is_never_told()
    {
        var answer = await hub.Graph("rww", "{ echo fail }");
        Assert.Equal((200, "INTERNAL"), ((int)answer.Status, answer.Code));
        var traceId = answer.Errors[0].At("extensions.traceId").GetString();
        Assert.Equal($"The hub failed. Tell its operators: trace {traceId}.", answer.Errors[0].At("message").GetString());
        Assert.Equal(["code", "traceId"], answer.Errors[0].At("extensions").EnumerateObject().Select(p => p.Name).Order());
        Assert.DoesNotContain("8609", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"echo\":\"echo\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, await hub.Value<long>("select count(*) from audit.entry where operation = 'Probe' and outcome = 'INTERNAL' and trace_id = $1", traceId!));
    }

    [Fact]
    public async Task A_fault_of_one_field_leaves_the_others_their_answer()
    {
        var answer = await hub.Graph("rww", "{ echo fail(named: true) }");
        answer.Refused("FAILED_PRECONDITION", "PROBE_FAILED");
        Assert.Equal("fail", answer.Errors[0].At("path.0").GetString());
        Assert.Contains("\"echo\":\"echo\"", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ ech }")]
    [InlineData("{ dischargeStatu { id } }")]
    [InlineData("{ dischargeStatus(nhsNumbe: \"9990548609\") { id } }")]
    [InlineData("{ dischargeStatus(nhsNumber: 9990548609) { id } }")]
    [InlineData("{ discharges(filter: { states: [ADMITED] }) { nodes { id } } }")]
    [InlineData("{ discharges(filter: { sit: \"9990548609\" }) { nodes { id } } }")]
    [InlineData("{ discharges(filter: { changedSince: \"9990548609\" }) { nodes { id } } }")]
    [InlineData("query($n: Int = \"9990548609\") { echo(first: $n) }")]
    [InlineData("fragment A on Discharg { id } { ...A }")]
    public async Task What_does_not_fit_the_schema_is_said_without_guesses_and_without_quoting(string query)
    {
        var answer = await hub.Graph("rww", query);
        Assert.Equal(400, (int)answer.Status);
        Assert.All(answer.Errors, e => Assert.Contains(e.At("extensions.code").GetString(), new[] { "GRAPHQL_VALIDATION_FAILED", "INVALID_ARGUMENT" }));
        Assert.DoesNotContain("Did you mean", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("9990548609", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query($v: String) { dischargeStatus(nhsNumber: $v) { id } }", "9990548609")]
    [InlineData("query($v: DateTime) { discharges(filter: { changedSince: $v }) { nodes { id } } }", "\"9990548609\"")]
    [InlineData("query($v: DischargeFilterInput) { discharges(filter: $v) { nodes { id } } }", "{\"sit\":\"9990548609\"}")]
    [InlineData("query($v: DischargeFilterInput) { discharges(filter: $v) { nodes { id } } }", "{\"states\":[\"9990548609\"]}")]
    [InlineData("mutation($v: RecordAdmissionInput!) { recordAdmission(input: $v) { id } }", "{\"nhsNumber\":9990548609}")]
    public async Task A_variable_that_does_not_fit_is_named_and_not_quoted(string query, string value)
    {
        var answer = await hub.PostGraph($$"""{"query":"{{query}}","variables":{"v":{{value}} } }""", await hub.Token("rww"));
        Assert.Equal((400, "GRAPHQL_VALIDATION_FAILED"), ((int)answer.Status, answer.Errors[0].At("extensions.code").GetString()));
        Assert.DoesNotContain("9990548609", answer.Text, StringComparison.Ordinal);
    }
}
