using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>GraphQL over HTTP: what is taken, what is refused and how, and what may be kept.</summary>
public sealed class HttpTests(ProbeHub one) : IClassFixture<ProbeHub>
{
    private const string Typename = """{"query":"{ __typename }"}""";
    private readonly HubUnderTest hub = one.Hub;

    [Theory]
    [InlineData("[" + Typename + "]", 400, "BATCH_NOT_TAKEN")]
    [InlineData("", 400, "JSON_INVALID")]
    [InlineData("7", 400, "JSON_INVALID")]
    [InlineData("{", 400, "JSON_INVALID")]
    [InlineData("\uFEFF" + Typename, 400, "JSON_INVALID")]
    [InlineData("""{"query":"{ __typename }","query":"{ echo }"}""", 400, "JSON_INVALID")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":1,"a":2}}""", 400, "JSON_INVALID")]
    [InlineData("""{"query":"\ud800"}""", 400, "JSON_INVALID")]
    [InlineData("""{"query":"{ __typename }","variables":{"a":"\ud800"}}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }" /* */}""", 400, "JSON_INVALID")]
    [InlineData("{}", 400, "QUERY_REQUIRED")]
    [InlineData("""{"query":""}""", 400, "QUERY_REQUIRED")]
    [InlineData("""{"query":null}""", 400, "QUERY_REQUIRED")]
    [InlineData("""{"query":7}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }","variables":"{}"}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }","extensions":1}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }","operationName":{}}""", 400, "MEMBER_INVALID")]
    [InlineData("""{"query":"{ __typename }","documentId":"sha256:x"}""", 400, "QUERY_NOT_EXPECTED")]
    [InlineData("""{"query":"query A { __typename } query B { __typename }"}""", 400, "OPERATION_UNKNOWN")]
    [InlineData("""{"query":"query A { __typename }","operationName":"B"}""", 400, "OPERATION_UNKNOWN")]
    [InlineData("""{"query":"fragment A on Query { __typename }"}""", 400, "OPERATION_UNKNOWN")]
    [InlineData("""{"query":"type A { b: Int }"}""", 400, "NOT_EXECUTABLE")]
    [InlineData("""{"query":"{"}""", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("""{"query":"{ nothing }"}""", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("""{"query":"query($a: Int!) { echo(first: $a) }","variables":{}}""", 400, "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_is_no_good_request_is_refused_by_name(string body, int status, string reason)
    {
        var token = await hub.Token("rww");
        foreach (var schema in new[] { "care", "directory" })
        {
            var answer = await hub.PostGraph(body, token, schema);
            Assert.Equal((status, reason, false), ((int)answer.Status, answer.Reason, answer.HasData));
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }","__proto__":{"polluted":true},"unknown":[1]}""")]
    [InlineData("""{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}""")]
    [InlineData("""{"query":"{ __typename }","variables":{"__proto__":{"a":1}},"extensions":{"a":1}}""")]
    [InlineData("""{"query":"query A { __typename } query B { a: __typename }","operationName":"A"}""")]
    public async Task What_the_specification_does_not_know_is_passed_over(string body) =>
        Assert.Equal("Query", (await hub.PostGraph(body, await hub.Token("rww"))).Data("__typename").GetString());

    [Fact]
    public async Task Only_JSON_in_UTF_8_of_at_most_16_KiB_is_read()
    {
        var token = await hub.Token("rww");
        foreach (var type in new[] { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "application/graphql", "application/json; charset=utf-16", "application/json; charset=iso-8859-1" })
        {
            Assert.Equal(415, (int)(await hub.PostGraph(Typename, token, change: r => r.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type))).Status);
        }

        Assert.Equal(415, (int)(await hub.PostGraph(Typename, token, change: r => r.Content!.Headers.ContentType = null)).Status);
        Assert.Equal(200, (int)(await hub.PostGraph(Typename, token, change: r => r.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("Application/JSON; charset=UTF-8"))).Status);
        var long_ = """{"query":"{ __typename }","extensions":{"a":"LONG"}}""".Replace("LONG", new string('x', 16 * 1024), StringComparison.Ordinal);
        Assert.Equal(413, (int)(await hub.PostGraph(long_, token)).Status);
        Assert.Equal(413, (int)(await hub.PostGraph(long_, token, change: r => r.Headers.TransferEncodingChunked = true)).Status);
        Assert.Equal("NOT_UTF8", (await hub.PostGraph("", token, change: r => r.Content = Bytes([.. "{\"query\":\""u8, 0xFF, .. "\"}"u8]))).Reason);
    }

    [Fact]
    public async Task Who_sends_no_good_token_is_told_so_in_the_header_and_in_the_body()
    {
        foreach (var schema in new[] { "care", "directory" })
        {
            var anonymous = await hub.PostGraph(Typename, null, schema);
            Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "TOKEN_REQUIRED"), (anonymous.Status, anonymous.Code, anonymous.Reason));
            Assert.Equal("Bearer", anonymous.Headers.WwwAuthenticate.ToString());
            Assert.Equal("TOKEN_INVALID", (await hub.PostGraph(Typename, "x.y.z", schema)).Reason);
        }
    }

    [Theory]
    [InlineData("application/graphql-response+json", "application/graphql-response+json", 400)]
    [InlineData("application/json", "application/json", 200)]
    [InlineData("application/json, application/graphql-response+json;q=0.5", "application/json", 200)]
    [InlineData("application/json;q=0.4, application/graphql-response+json", "application/graphql-response+json", 400)]
    [InlineData("text/html, application/graphql-response+json; charset=utf-8;q=0.9", "application/graphql-response+json", 400)]
    public async Task An_older_client_sees_200_for_what_a_newer_one_sees_400(string accept, string type, int status)
    {
        var token = await hub.Token("rww");
        foreach (var body in new[] { """{"query":"{"}""", """{"query":"{ nothing }"}""", """{"query":"{ echo(first: 0) }"}""", """{"query":"query($a: ID!) { node(id: $a) { id } }"}""" })
        {
            var answer = await hub.PostGraph(body, token, change: r => Accept(r, accept));
            Assert.Equal((status, type + "; charset=utf-8", false), ((int)answer.Status, answer.ContentType, answer.HasData));
        }

        Assert.Equal(400, (int)(await hub.PostGraph("{}", token, change: r => Accept(r, accept))).Status);
    }

    [Fact]
    public async Task A_media_type_that_the_hub_has_not_is_not_acceptable() =>
        Assert.Equal(406, (int)(await hub.PostGraph(Typename, await hub.Token("rww"), change: r => Accept(r, "text/html"))).Status);

    [Fact]
    public async Task Identifiers_cannot_get_into_addresses()
    {
        var token = await hub.Token("rww");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, new Uri(hub.Http, "/graphql/care?query={__typename}"));
            var answer = await hub.SendGraph(request, token);
            Assert.Equal(405, (int)answer.Status);
        }
    }

    [Fact]
    public async Task A_directory_query_by_GET_may_be_kept_for_a_minute_by_its_own_client()
    {
        var token = await hub.Token("vcfse-1");
        var first = await Get("query={echo}", token);
        Assert.Equal("echo", first.Data("echo").GetString());
        Assert.Equal("max-age=60, private", first.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept", "Authorization"], first.Headers.Vary);
        Assert.False(first.Headers.ETag!.IsWeak);
        Assert.Equal(304, (int)(await Get("query={echo}", token, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag))).Status);
        var other = await Get("query=query($t:String!){echo(text:$t)}&variables={\"t\":\"x\"}&operationName=", token, r => r.Headers.IfNoneMatch.Add(first.Headers.ETag));
        Assert.Equal("x", other.Data("echo").GetString());
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task What_may_not_be_kept_says_so()
    {
        var token = await hub.Token("vcfse-1");
        Assert.True((await Get("query={fail}", token)).Headers.CacheControl!.NoStore);
        Assert.True((await Get("query={nothing}", token)).Headers.CacheControl!.NoStore);
        Assert.True((await hub.GraphWith(token, "{ echo }", schema: "directory")).Headers.CacheControl!.NoStore);
        Assert.True((await hub.Graph("rww", "{ echo }")).Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task GET_changes_nothing()
    {
        var answer = await Get("query=mutation{change}", await hub.Token("vcfse-1"));
        Assert.Equal((405, "METHOD_NOT_ALLOWED"), ((int)answer.Status, answer.Reason));
        Assert.Equal(400, (int)(await Get("query={echo}&query={fail}", await hub.Token("vcfse-1"))).Status);
        Assert.Equal("MEMBER_INVALID", (await Get("query={echo}&variables=[1]", await hub.Token("vcfse-1"))).Reason);
        Assert.Equal("MEMBER_INVALID", (await Get("query={echo}&extensions=x", await hub.Token("vcfse-1"))).Reason);
    }

    private async Task<GraphAnswer> Get(string query, string token, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(hub.Http, "/graphql?" + query));
        request.Headers.Accept.ParseAdd(GraphDesk.Media);
        return await hub.SendGraph(request, token, change);
    }

    private static void Accept(HttpRequestMessage request, string accept)
    {
        request.Headers.Accept.Clear();
        request.Headers.TryAddWithoutValidation("Accept", accept);
    }

    private static ByteArrayContent Bytes(byte[] body) => new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
