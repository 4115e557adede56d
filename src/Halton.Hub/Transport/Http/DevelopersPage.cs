using System.Text.Encodings.Web;
using Halton.Hub.Access;
using Halton.Hub.Transport.Grpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Transport.Http;

/// <summary>The page at <c>/</c>: what this node serves, for people who write programs that call it. It tells only of what is mapped.</summary>
internal static class DevelopersPage
{
    private const string ExplorerLinks = """
        <p class="explorer"><a href="/explorer">Explore the directory</a> <a href="/explorer?schema=care">Explore care records</a></p>
        """;

    private static readonly PageSection[] Sections =
    [
        new("GraphQL", "Post a query as JSON; a subscription is answered as <code>text/event-stream</code>. Calls carry <code>authorization</code>, and about people <code>purpose-of-use</code>.",
            new("/graphql", "The directory of services", Posted: true),
            new("/graphql/care", "Health and care records", Posted: true)),
        new("Open Referral UK", "The directory in the national exchange format.",
            new PageAddress("/openreferral", "Services, organisations and locations")),
        new("Indicators", "What the partners' work comes to, day by day, with an access token; small counts are hidden.",
            new PageAddress("/insight/kpis.csv", "A table for spreadsheets")),
        new("FHIR", "Health and care records as FHIR R4 JSON, at <code>/fhir/{type}/{id}</code> and <code>/fhir/{type}?…</code>.",
            new PageAddress("/fhir", "What is served, and how it is searched")),
        new("Access", $"Partners sign an assertion with their own key and exchange it for an access token, which lasts {HubIssuer.TokenLife.TotalSeconds} seconds.",
            new("/oauth2/token", "Access tokens", Posted: true),
            new("/.well-known/openid-configuration", "Discovery, as OpenID Connect has it"),
            new("/.well-known/smart-configuration", "Discovery, as SMART has it"),
            new("/.well-known/jwks.json", "Public keys of access tokens")),
        new("Operating", "For those who keep the hub running.",
            new("/health/live", "Does the process run?"),
            new("/health/ready", "Can it serve?"),
            new("/health/jobs", "Do the jobs do their work?"),
            new("/metrics", "Figures for Prometheus")),
    ];

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        PlainPage.MapStyles(routes);
        routes.MapGet("/", http => PlainPage.Answer(http, "Halton.Hub", Body(http.RequestServices)));
    }

    private static string Body(IServiceProvider services)
    {
        var routes = services.GetRequiredService<EndpointDataSource>();
        var mapped = routes.Endpoints.OfType<RouteEndpoint>().Select(route => $"/{route.RoutePattern.RawText?.Trim('/')}/").ToHashSet(StringComparer.Ordinal);
        bool Serves(PageAddress address) => mapped.Any(path => path.StartsWith(address.Path + "/", StringComparison.Ordinal));

        var sections = Sections.Select(section => section with { Addresses = [.. section.Addresses.Where(Serves)] }).Where(section => section.Addresses.Length > 0);
        return $"""
            <header>
            <h1>Halton.Hub</h1>
            <p>The integration hub of the One Halton partners. Programs call it; this page is for the people who write them.</p>
            {(mapped.Contains("/explorer/") ? ExplorerLinks : "")}
            </header>
            {Grpc(services, routes)}
            {string.Concat(sections.Select(Section))}
            {Files()}
            """;
    }

    private static string Grpc(IServiceProvider services, EndpointDataSource routes)
    {
        var address = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Last();
        var names = HubGrpc.Services(routes).OrderBy(name => !name.StartsWith("halton.", StringComparison.Ordinal));
        return $"""
            <section>
            <h2>gRPC</h2>
            <p>Health and care records, at {Code(address)}. Calls carry <code>authorization</code> and <code>purpose-of-use</code>.</p>
            <ul>
            {string.Concat(names.Select(name => $"<li>{Code(name, ".")}</li>\n"))}</ul>
            </section>
            """;
    }

    private static string Section(PageSection section) => $"""
        <section>
        <h2>{section.Title}</h2>
        <p>{section.Says}</p>
        <ul>
        {string.Concat(section.Addresses.Select(Line))}</ul>
        </section>

        """;

    private static string Line(PageAddress address) => address.Posted
        ? $"<li>{Code("POST " + address.Path)} <span>{address.Says}</span></li>\n"
        : $"<li><a href=\"{address.Path}\">{Code(address.Path)}</a> <span>{address.Says}</span></li>\n";

    private static string Files() => $"""
        <section>
        <h2>Contracts</h2>
        <p>What to generate clients from, exactly as this node runs it.</p>
        <ul>
        {string.Concat(PublishedFiles.Addresses.Select(path => $"<li><a href=\"{path}\">{Code(path)}</a></li>\n"))}</ul>
        </section>
        """;

    /// <summary>A name or an address, which a narrow screen may break after its dots or slashes.</summary>
    private static string Code(string text, string mark = "/") =>
        $"<code>{HtmlEncoder.Default.Encode(text).Replace(mark, mark + "<wbr>", StringComparison.Ordinal)}</code>";
}
