using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Halton.Hub.Transport.GraphQL.Http;

/// <summary>The media types of GraphQL over HTTP.</summary>
internal static class MediaTypes
{
    /// <summary>The specification's own.</summary>
    public const string GraphQL = "application/graphql-response+json";

    /// <summary>What older clients ask for.</summary>
    public const string Json = "application/json";

    /// <summary>Server-sent events.</summary>
    public const string EventStream = "text/event-stream";

    private static readonly string[] Offered = [Json, GraphQL, EventStream];

    /// <summary>The type that the client likes best; JSON when it does not say; null when the hub has none that it takes.</summary>
    public static string? Chosen(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (StringValues.IsNullOrEmpty(accept))
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var asked))
        {
            return null;
        }

        return asked.Where(type => type.Quality is not 0 && IsUtf8(type))
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(type => Offered.FirstOrDefault(offer => type.MediaType == offer || type.MatchesAllTypes || (type.MatchesAllSubTypes && offer.StartsWith(type.Type + "/", StringComparison.OrdinalIgnoreCase))))
            .FirstOrDefault(offer => offer is not null);
    }

    /// <summary>Whether the body is JSON in UTF-8, as it must be.</summary>
    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) && IsUtf8(type);

    private static bool IsUtf8(MediaTypeHeaderValue type) => !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);
}
