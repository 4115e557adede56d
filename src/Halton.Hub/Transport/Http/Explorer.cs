using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Halton.Hub.Transport.Http;

/// <summary>GraphiQL for developers, from the files that the build left beside the program.</summary>
internal static class Explorer
{
    private const string Page = "explorer.html";
    private const string Missing = """
        <header>
        <h1>The explorer is not here</h1>
        <p>GraphiQL's files were not there when this hub was built.
        Install Node.js and npm, delete the folder <code>artifacts/hub</code>, and run the hub again.</p>
        <p><a href="/">What this hub serves</a></p>
        </header>
        """;

    private static readonly string[] Assets =
    [
        "explorer.css", "explorer.js", "graphiql.min.css", "graphiql.min.js", "graphql-sse.min.js", "react-dom.production.min.js", "react.production.min.js",
    ];

    /// <summary>Maps the page and each of its files by its own name, so that nothing else in the folder is served.</summary>
    public static void Map(IEndpointRouteBuilder routes, string folder)
    {
        routes.MapGet("/explorer", http => Assets.Append(Page).All(file => File.Exists(Path.Combine(folder, file)))
            ? Answer(http, new FileInfo(Path.Combine(folder, Page)))
            : PlainPage.Answer(http, "No explorer · Halton.Hub", Missing, StatusCodes.Status503ServiceUnavailable));
        foreach (var asset in Assets)
        {
            routes.MapGet("/explorer/" + asset, http => Answer(http, new FileInfo(Path.Combine(folder, asset))));
        }
    }

    private static Task Answer(HttpContext http, FileInfo file)
    {
        if (!file.Exists)
        {
            return Results.NotFound().ExecuteAsync(http);
        }

        PageHeaders.Guard(http.Response, PageHeaders.OwnScripts);
        var tag = new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\"");
        return Results.File(file.FullName, Type(file.Extension), entityTag: tag).ExecuteAsync(http);
    }

    private static string Type(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };
}
