using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>
/// A real HTTP server that behaves as CQC's syndication API does, and for chosen addresses as badly as a test wants: it can break off, drip and
/// flood, which needs the server's own connection.
/// </summary>
internal sealed class CqcStub : IAsyncDisposable
{
    public const string Key = "k3y";
    private const string Root = "/public/v1";
    private readonly WebApplication app;

    private CqcStub(WebApplication app) => this.app = app;

    /// <summary>Its base address.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The locations that CQC knows.</summary>
    public ConcurrentDictionary<string, JsonObject> Locations { get; } = new();

    /// <summary>The providers that CQC knows.</summary>
    public ConcurrentDictionary<string, JsonObject> Providers { get; } = new();

    /// <summary>The ids that changed.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>How many rows a page of changes has.</summary>
    public int PageSize { get; set; } = 500;

    /// <summary>How addresses below the base are answered instead, as long as it answers with true.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, int, Task<bool>>> Odd { get; } = new();

    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What runs after a page of changes was sent.</summary>
    public Action<int> AfterPage { get; set; } = _ => { };

    public static async Task<CqcStub> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MinResponseDataRate = null;
        });
        var stub = new CqcStub(builder.Build());
        stub.app.Run(stub.Answer);
        await stub.app.StartAsync();
        stub.Url = new Uri(stub.app.Urls.Single() + Root);
        return stub;
    }

    /// <summary>How often an address below the base was asked.</summary>
    public int Times(string path) => Asked.Count(asked => asked == path || asked.StartsWith(path + "?", StringComparison.Ordinal));

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Locations.Clear();
        Providers.Clear();
        Changes.Clear();
        Odd.Clear();
        Asked.Clear();
        (PageSize, AfterPage) = (500, _ => { });
        Providers["1-998100001"] = CqcDocuments.Provider();
    }

    /// <summary>A location that exists and has changed.</summary>
    public JsonObject Has(string id, string rating = "Good")
    {
        Changes.Add(id);
        return Locations[id] = CqcDocuments.Location(id, rating);
    }

    /// <summary>Answers an address with a status, the first times or always.</summary>
    public void Refuse(string path, int status, int times = int.MaxValue, string? retryAfter = null) => Odd[path] = (http, attempt) =>
    {
        if (attempt > times)
        {
            return Task.FromResult(false);
        }

        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = retryAfter;
        return Task.FromResult(true);
    };

    /// <summary>Answers an address with a text.</summary>
    public void Say(string path, string text, string type = "application/json") => Odd[path] = async (http, _) =>
    {
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text);
        return true;
    };

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value![(Root.Length + 1)..];
        Asked.Enqueue(path + http.Request.QueryString);
        if (http.Request.Headers["Ocp-Apim-Subscription-Key"] != Key || http.Request.Headers.UserAgent.Count == 0)
        {
            http.Response.StatusCode = 403;
            return;
        }

        if (Odd.TryGetValue(path, out var odd) && await odd(http, Times(path)))
        {
            return;
        }

        var page = int.Parse(http.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        switch (path.Split('/'))
        {
            case ["changes", "location"]:
                await Page(http, page, "changes", [.. Changes.Select(id => (JsonNode)id)]);
                AfterPage(page);
                break;
            case ["locations"]:
                var listed = Locations.Where(l => (string?)l.Value["localAuthority"] == http.Request.Query["localAuthority"] && (string?)l.Value["careHome"] == http.Request.Query["careHome"]);
                await Page(http, page, "locations", [.. listed.OrderBy(l => l.Key).Select(l => new JsonObject { ["locationId"] = l.Key, ["postalCode"] = "WA7 2ZZ" })]);
                break;
            case ["locations", var id] when Locations.TryGetValue(id, out var location):
                await Send(http, location);
                break;
            case ["providers", var id] when Providers.TryGetValue(id, out var provider):
                await Send(http, provider);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }

    private Task Page(HttpContext http, int page, string name, JsonNode[] rows) => Send(http, new JsonObject
    {
        ["total"] = rows.Length,
        ["page"] = page,
        ["perPage"] = PageSize,
        ["totalPages"] = (rows.Length + PageSize - 1) / PageSize,
        [name] = new JsonArray([.. rows.Skip((page - 1) * PageSize).Take(PageSize)]),
    });

    private static async Task Send(HttpContext http, JsonObject document)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(document.ToJsonString());
    }
}
