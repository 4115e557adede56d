using System.Net;
using System.Text.RegularExpressions;
using Grpc.AspNetCore.Server;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.Transport;

/// <summary>What the node tells those who write programs for it.</summary>
public sealed partial class DevelopersPageTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly HttpClient Http = new();
    private static readonly string[] NotTold = ["/", "/developers.css"];

    private IEnumerable<RouteEndpoint> Routes => one.Hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Fact]
    public async Task The_page_tells_of_every_address_and_service_that_is_mapped()
    {
        var page = await Page(one.Hub);
        var told = Told().Matches(page).Select(match => match.Groups[1].Value).ToArray();
        var mapped = Routes.Where(route => route.Metadata.GetMetadata<GrpcMethodMetadata>() is null).Select(route => "/" + route.RoutePattern.RawText!.Trim('/'));
        Assert.All(mapped.Where(path => !path.Contains("unimplemented", StringComparison.Ordinal)).Except(NotTold), path => Assert.Contains(told, path.StartsWith));
        Assert.All(Routes.Select(route => route.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>(), name => Assert.Contains(name, page));
        Assert.Contains(one.Hub.Grpc.AbsoluteUri.TrimEnd('/'), page);
    }

    [Fact]
    public async Task Every_link_leads_somewhere()
    {
        var links = Links().Matches(await Page(one.Hub)).Select(match => match.Groups[1].Value).ToArray();
        Assert.True(links.Length > 10, "The page has fewer links than it should.");
        foreach (var link in links)
        {
            using var answer = await Http.GetAsync(new Uri(one.Hub.Http, link));
            Assert.NotEqual(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_browser_is_told_to_load_nothing_from_elsewhere_and_to_run_nothing()
    {
        using var answer = await Http.GetAsync(one.Hub.Http);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("<script", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Contracts_are_served_as_the_repository_has_them()
    {
        var root = HouseTests.Repository();
        var files = System.IO.Directory.EnumerateFiles(Path.Combine(root, "protos", "halton"), "*.proto", SearchOption.AllDirectories)
            .Concat(System.IO.Directory.EnumerateFiles(Path.Combine(root, "schema"), "*.graphql", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file)).ToArray();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var answer = await Http.GetAsync(new Uri(one.Hub.Http, file));
            Assert.Equal((HttpStatusCode.OK, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(root, file)), await answer.Content.ReadAsByteArrayAsync());

            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(one.Hub.Http, file)) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
            using var unchanged = await Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Theory]
    [InlineData("/schema/none.graphql")]
    [InlineData("/protos/buf.yaml")]
    [InlineData("/protos/halton/hub/../../buf.yaml")]
    [InlineData("/protos/halton/%2e%2e/buf.yaml")]
    [InlineData("/protos/halton%2fhub%2fdischarge%2fv1%2fdischarge.proto")]
    [InlineData("/explorer/explorer.html")]
    [InlineData("/explorer/../Halton.Hub.dll")]
    [InlineData("/explorer/%2e%2e%2fHalton.Hub.dll")]
    [InlineData("/explorer/..%5cHalton.Hub.dll")]
    public async Task No_other_file_is_served(string path)
    {
        using var answer = await Http.GetAsync(new Uri(one.Hub.Http.AbsoluteUri.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> Page(HubUnderTest hub) => (await Http.GetStringAsync(hub.Http)).Replace("<wbr>", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:<code>POST |href="")(/[^<""?]+)")]
    private static partial Regex Told();

    [GeneratedRegex(@"href=""(/[^""]*)""")]
    private static partial Regex Links();
}
