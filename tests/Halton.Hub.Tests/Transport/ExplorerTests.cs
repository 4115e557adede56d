using System.Net;
using System.Text.RegularExpressions;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Xunit;

namespace Halton.Hub.Tests.Transport;

/// <summary>GraphiQL: who gets it, and what comes with it. That it works is seen by a browser, in the outside checks.</summary>
public sealed partial class ExplorerTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("halton-hub-explorer-").FullName;

    /// <inheritdoc />
    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task In_production_there_is_no_explorer_unless_it_was_asked_for()
    {
        await using var hub = await HubUnderTest.Start(development: false);
        Assert.DoesNotContain("/explorer", await Http.GetStringAsync(hub.Http), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(hub, "/explorer"));
        Assert.Equal(HttpStatusCode.NotFound, await Status(hub, "/explorer/explorer.js"));
    }

    [Fact]
    public async Task Asked_for_it_comes_with_all_its_files_and_calls_nobody_else()
    {
        Unpack();
        await using var hub = await HubUnderTest.Start(development: false, explorer: folder);
        Assert.Contains("/explorer?schema=care", await Http.GetStringAsync(hub.Http), StringComparison.Ordinal);
        using var page = await Http.GetAsync(new Uri(hub.Http, "/explorer?schema=care"));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);

        var files = Files().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Value).ToArray();
        Assert.Equal(7, files.Length);
        foreach (var file in files)
        {
            using var answer = await Http.GetAsync(new Uri(hub.Http, file));
            Assert.Equal(file.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal((true, true), (answer.Headers.ETag is not null, answer.Headers.CacheControl?.NoCache));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "other.js"), "");
        Assert.Equal(HttpStatusCode.NotFound, await Status(hub, "/explorer/other.js"));
    }

    [Fact]
    public async Task Without_its_files_the_page_says_what_to_do()
    {
        await using var hub = await HubUnderTest.Start(explorer: folder);
        using var answer = await Http.GetAsync(new Uri(hub.Http, "/explorer"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Install Node.js and npm", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await Status(hub, "/explorer/explorer.js"));
    }

    /// <summary>The page as it is, with stand-ins for what npm brings.</summary>
    private void Unpack()
    {
        foreach (var own in System.IO.Directory.EnumerateFiles(Path.Combine(HouseTests.Repository(), "src", "Halton.Hub.Server", "Explorer"), "explorer.*"))
        {
            File.Copy(own, Path.Combine(folder, Path.GetFileName(own)));
        }

        foreach (Match match in Files().Matches(File.ReadAllText(Path.Combine(folder, "explorer.html"))))
        {
            using var standIn = new FileStream(Path.Combine(folder, Path.GetFileName(match.Value)), FileMode.OpenOrCreate);
        }
    }

    private static async Task<HttpStatusCode> Status(HubUnderTest hub, string path)
    {
        using var answer = await Http.GetAsync(new Uri(hub.Http, path));
        return answer.StatusCode;
    }

    [GeneratedRegex(@"/explorer/[a-z.-]+(?="")")]
    private static partial Regex Files();
}
