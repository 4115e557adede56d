using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Halton.Hub.Transport.GraphQL.Http;

/// <summary>Writes the one answer of a request.</summary>
/// <param name="http">The request.</param>
/// <param name="media">The media type that the client takes.</param>
internal sealed class HttpAnswer(HttpContext http, string media)
{
    private const int Fresh = 60;

    /// <summary>Writes a result. What GET answered without an error may be kept by its own client for a minute.</summary>
    public async Task Write(ExecutionResult result)
    {
        var body = await GraphQLJson.Write(result, http.RequestAborted);
        if (!HttpMethods.IsGet(http.Request.Method) || result.Errors is { Count: > 0 })
        {
            await Send(StatusCodes.Status200OK, body);
            return;
        }

        var etag = $"\"{Base64Url.EncodeToString(SHA256.HashData(body))}\"";
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = $"private, max-age={Fresh}";
        http.Response.Headers.Vary = "Accept, Authorization";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(new EntityTagHeaderValue(etag), useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await Send(StatusCodes.Status200OK, body);
    }

    /// <summary>Writes a refusal. Clients of the older media type see 200 when the request was formed well.</summary>
    public async Task Write(RequestRefused refused, string traceId)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        if (refused.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (refused.Status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        if (refused.Fault?.RetryAfter is { } after)
        {
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var status = media == MediaTypes.Json && !refused.Malformed ? StatusCodes.Status200OK : refused.Status;
        await Send(status, await GraphQLJson.Write(refused.Result(traceId), http.RequestAborted));
    }

    private async Task Send(int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = media + "; charset=utf-8";
        http.Response.ContentLength = body.Length;
        if (http.Response.Headers.CacheControl.Count == 0)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
