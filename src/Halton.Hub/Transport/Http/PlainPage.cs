using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Halton.Hub.Transport.Http;

/// <summary>The frame of the hub's own pages: HTML and one style sheet, no script.</summary>
internal static class PlainPage
{
    private const string StyleSheet = "/developers.css";

    /// <summary>Maps the style sheet.</summary>
    public static void MapStyles(IEndpointRouteBuilder routes)
    {
        var styles = EmbeddedFile.Read("pages" + StyleSheet);
        routes.MapGet(StyleSheet, http => styles.Answer(http, "text/css; charset=utf-8"));
    }

    /// <summary>Answers with a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="title">What it is about; text.</param>
    /// <param name="body">What it says; HTML.</param>
    /// <param name="status">Its HTTP status.</param>
    public static Task Answer(HttpContext http, string title, string body, int status = StatusCodes.Status200OK)
    {
        PageHeaders.Guard(http.Response, PageHeaders.NoScripts);
        return Results.Content(Frame(title, body), "text/html; charset=utf-8", statusCode: status).ExecuteAsync(http);
    }

    private static string Frame(string title, string body) => $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{StyleSheet}">
        </head>
        <body>
        <main>
        {body}
        </main>
        </body>
        </html>

        """;
}
