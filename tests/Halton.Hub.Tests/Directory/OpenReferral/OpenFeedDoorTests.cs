using System.Diagnostics;
using System.Net;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>How the open feed speaks HTTP: who may ask, how often, what need not be sent twice, and what an answer costs.</summary>
public sealed class OpenFeedDoorTests(OpenDirectory directory) : IClassFixture<OpenDirectory>, IDisposable
{
    private static readonly string[] Addresses = ["", "openapi.json", "services", "taxonomies", "taxonomy_terms", "service_at_locations"];
    private readonly OpenReader reader = new(directory.Hub);

    [Fact]
    public async Task Any_web_page_may_ask_and_keep_the_answer_for_a_minute()
    {
        foreach (var address in Addresses.Append($"services/{directory.Id["Lunch"]}"))
        {
            var answer = await reader.Get(address, ("Origin", "https://elsewhere.example"));
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(("*", "public, max-age=60", "application/json; charset=utf-8"), (answer.Headers["Access-Control-Allow-Origin"], answer.Headers["Cache-Control"], answer.Headers["Content-Type"]));
            Assert.Matches("\\A\"[0-9a-f]{32}\"\\z", answer.Headers["ETag"]);
        }

        var asked = await reader.Send(HttpMethod.Options, "services", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "GET"));
        Assert.Equal((HttpStatusCode.NoContent, "*", "GET, HEAD, OPTIONS"), (asked.Status, asked.Headers["Access-Control-Allow-Origin"], asked.Headers["Access-Control-Allow-Methods"]));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again()
    {
        foreach (var address in Addresses.Append($"services/{directory.Id["Lunch"]}"))
        {
            var etag = (await reader.Get(address)).Headers["ETag"];
            foreach (var held in new[] { etag, $"\"x\", W/{etag}", "*" })
            {
                var again = await reader.Get(address, ("If-None-Match", held));
                Assert.Equal((HttpStatusCode.NotModified, "", etag), (again.Status, again.Text, again.Headers["ETag"]));
            }

            Assert.Equal(HttpStatusCode.OK, (await reader.Get(address, ("If-None-Match", "\"x\""))).Status);
        }
    }

    [Fact]
    public async Task Head_is_get_without_the_body()
    {
        foreach (var address in Addresses.Append("services/none").Append("services?page=0"))
        {
            var (get, head) = (await reader.Get(address), await reader.Send(HttpMethod.Head, address));
            Assert.Equal((get.Status, "", get.Headers["Content-Length"]), (head.Status, head.Text, head.Headers["Content-Length"]));
            Assert.Equal(get.Headers.GetValueOrDefault("ETag"), head.Headers.GetValueOrDefault("ETag"));
        }
    }

    [Fact]
    public async Task Nothing_can_be_written_here()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, new HttpMethod("BREW") })
        {
            foreach (var address in Addresses.Append($"services/{directory.Id["Lunch"]}"))
            {
                var answer = await reader.Send(method, address);
                Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS", "method_not_allowed"), (answer.Status, answer.Headers["Allow"], (string?)answer.Body["error"]));
            }
        }
    }

    [Fact]
    public async Task An_address_that_asks_too_fast_waits_and_another_does_not()
    {
        using var greedy = new OpenReader(directory.Hub);
        var storm = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => greedy.Once(HttpMethod.Get, "")));
        Assert.InRange(storm.Count(a => a.Status == HttpStatusCode.OK), 100, 350);
        var late = storm.First(a => a.Status == HttpStatusCode.TooManyRequests);
        Assert.Equal(("RATE_LIMITED", "*"), ((string?)late.Body["reason"], late.Headers["Access-Control-Allow-Origin"]));
        Assert.InRange(int.Parse(late.Headers["Retry-After"]), 1, 10);
        Assert.Equal(HttpStatusCode.OK, (await reader.Once(HttpMethod.Get, "")).Status);
        await Poll.Until(async () => (await greedy.Once(HttpMethod.Get, "")).Status == HttpStatusCode.OK, "an address that waited is not let in again");
    }

    [Fact]
    public async Task An_answer_costs_so_many_statements_however_much_is_on_it()
    {
        await using var hub = await HubUnderTest.Start();
        await hub.EmptyDirectory();
        using var other = new OpenReader(hub);
        var counts = new List<int[]>();
        var organization = await hub.Organization("VCFSE-1", "Lanternfolk");
        var taxonomy = await hub.Taxonomy("Help");
        for (var (size, made) = (10, 0); size <= 50; size += 40)
        {
            Guid at = default, service = default, term = default;
            for (; made < size; made++)
            {
                service = await hub.Service(await hub.Organization("VCFSE-1", $"Organisation {made}"), $"Service {made}");
                at = await hub.At(service, await hub.Place(organization, $"Place {made}", 53.3, -2.7));
                term = await hub.Term(taxonomy, $"Term {made}");
                await hub.Classify(service, term);
                await hub.Weekly(service, "MO", "10:00", "12:00");
            }

            string[] addresses = ["services", "service_at_locations", "taxonomies", "taxonomy_terms", $"services/{service}", $"service_at_locations/{at}", $"taxonomies/{taxonomy}", $"taxonomy_terms/{term}"];
            var cost = new List<int>();
            foreach (var address in addresses)
            {
                cost.Add(await Statements(other, address));
            }

            counts.Add([.. cost]);
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.All(counts[0], cost => Assert.InRange(cost, 1, 20));
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static async Task<int> Statements(OpenReader reader, string address)
    {
        using var count = new StatementCount();
        Assert.Equal(HttpStatusCode.OK, (await reader.Get(address + "?per_page=500", ("traceparent", $"00-{count.TraceId}-{ActivitySpanId.CreateRandom()}-01"))).Status);
        // Connections that are opened have spans too, without a text.
        return count.Statements.Count(text => text.Length > 0);
    }
}
