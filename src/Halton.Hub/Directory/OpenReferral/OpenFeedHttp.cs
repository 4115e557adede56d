using System.Net;
using System.Security.Cryptography;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// Answers everyone, from any web page: reads only, so many a second, JSON with an ETag that spares the body when nothing changed. Refusals are
/// JSON too: <c>{"error": …, "field": …, "reason": …, "message": …}</c>.
/// </summary>
public sealed partial class OpenFeedHttp(OpenFeedLimits limits, DatabaseFaults database, ILogger<OpenFeedHttp> log)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>Answers one request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="find">Finds the answer; bytes are answered as they are, anything else as JSON.</param>
    public async Task Answer(HttpContext http, Func<CancellationToken, Task<object>> find)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Retry-After";
        headers.XContentTypeOptions = "nosniff";
        if (HttpMethods.IsOptions(request.Method))
        {
            headers.Allow = headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = "*";
            headers.AccessControlMaxAge = "86400";
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            headers.Allow = Methods;
            await http.Refuse(StatusCodes.Status405MethodNotAllowed, "method_not_allowed", new Fault(FaultKind.Invalid, "METHOD_NOT_ALLOWED", "The open feed is for reading."));
            return;
        }

        if (limits.Take(http.Connection.RemoteIpAddress ?? IPAddress.None) is { } wait)
        {
            await http.Refuse(Fault.Retry(FaultKind.ResourceExhausted, "RATE_LIMITED", "You ask too fast. Wait, then go on.", wait));
            return;
        }

        try
        {
            var answer = await find(http.RequestAborted);
            await Write(http, answer as byte[] ?? OpenReferralJson.Write(answer));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception e)
        {
            await Refuse(http, e);
        }
    }

    private static async Task Write(HttpContext http, byte[] body)
    {
        var (request, response) = (http.Request, http.Response);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "public, max-age=60";
        if (request.Headers.IfNoneMatch.SelectMany(h => h?.Split(',') ?? []).Any(h => h.Trim() is var one && (one == "*" || one == etag || one == "W/" + etag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await http.Send(body);
    }

    private Task Refuse(HttpContext http, Exception e)
    {
        var fault = e as Fault ?? database.Translate(e);
        if (fault is null)
        {
            LogUnexpected(log, http.Request.Path.Value ?? "", e.GetType().Name, e.StackTrace);
        }

        return http.Refuse(fault);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed unexpectedly with {Error} {Stack}")]
    private static partial void LogUnexpected(ILogger log, string path, string error, string? stack);
}
