using System.Diagnostics;
using System.Text;
using Halton.Hub.Access;
using Halton.Hub.Foundation;
using Hl7.Fhir.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Task = System.Threading.Tasks.Task;

namespace Halton.Hub.Transport.Fhir;

/// <summary>
/// The FHIR door over HTTP: <c>/fhir/metadata</c>, <c>/fhir/{type}/{id}</c>, <c>/fhir/{type}?…</c>, <c>/fhir/{type}/_search</c> and
/// <c>/fhir/$process-message</c>. Every failure is an OperationOutcome.
/// </summary>
public sealed class FhirHttp(Authentication authentication, RateLimits limits, FhirExchange exchange, FhirMessages messages, Refusals refusals)
{
    private const string Purpose = "purpose-of-use";
    private const int LongestForm = 16 * 1024;

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var fhir = routes.MapGroup("/fhir").DisableAntiforgery();
        fhir.Map("/{**address}", (HttpContext http, FhirHttp door, string? address) => door.Serve(http, (address ?? "").Split('/')));
    }

    private Task Serve(HttpContext http, string[] address) => address switch
    {
        ["$process-message"] => Process(http),
        [""] or ["metadata"] => Answer(http, "GET", Metadata, open: true),
        [var type, "_search"] => Answer(http, "POST", (visit, ct) => Search(http, visit(), type, ct)),
        [var type, var id] => Answer(http, "GET", (visit, ct) => Read(http, visit(), type, id, ct)),
        [{ Length: > 0 } type] => Answer(http, "GET", (visit, ct) => Search(http, visit(), type, ct)),
        _ => Answer(http, "GET", (_, _) => throw new Fault(FaultKind.NotFound, "NO_SUCH_ADDRESS", "Nothing is served here.")),
    };

    private async Task Answer(HttpContext http, string method, Func<Func<FhirVisit>, CancellationToken, Task<Resource?>> answer, bool open = false)
    {
        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        FhirVisit? visit = null;
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            if (!HttpMethods.Equals(http.Request.Method, method))
            {
                http.Response.Headers.Allow = method;
                await Send(http, 405, FhirOutcome.Of("SEND_METHOD_NOT_ALLOWED", OperationOutcome.IssueType.NotSupported, "METHOD_NOT_ALLOWED", $"Use {method}."));
                return;
            }

            if (!Accepted(http.Request))
            {
                await Send(http, 406, FhirOutcome.Of("REC_NOT_ACCEPTABLE", OperationOutcome.IssueType.Processing, "MEDIA_NOT_SERVED", $"Accept {FhirJson.MediaType}."));
                return;
            }

            if (!open)
            {
                var caller = await authentication.Run(http.Request.Headers.Authorization, http.RequestAborted);
                limits.DemandCall(caller);
                string? purpose = http.Request.Headers[Purpose];
                visit = new FhirVisit(caller, purpose is { Length: <= 20 } ? purpose : "", traceId);
            }

            if (await answer(() => visit!, http.RequestAborted) is { } resource)
            {
                await Send(http, 200, resource);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (BadHttpRequestException broken)
        {
            var (status, outcome) = broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? FhirOutcome.Of(Fault.Invalid("", "TOO_LONG", $"At most {FhirJson.Longest} bytes are taken."), traceId)
                : (broken.StatusCode, FhirOutcome.Of("REC_BAD_REQUEST", OperationOutcome.IssueType.Invalid, "BODY_UNREADABLE", "The body could not be read."));
            await Send(http, status, outcome);
        }
        catch (Exception e)
        {
            var (status, outcome) = FhirOutcome.Of(await refusals.Take(e, "fhir", visit?.Call, traceId), traceId);
            await Send(http, status, outcome, (e as Fault)?.RetryAfter);
        }
    }

    private Task Process(HttpContext http)
    {
        MessageIds.Echo(Header, (name, id) => http.Response.Headers[name] = id);
        return Answer(http, "POST", async (visit, ct) =>
        {
            var ids = MessageIds.Read(Header);
            if (http.Request.GetTypedHeaders().ContentType?.MediaType.Value is not ("application/json" or FhirJson.MediaType))
            {
                throw Fault.Invalid("Content-Type", "CONTENT_TYPE_NOT_TAKEN", $"Send {FhirJson.MediaType}.");
            }

            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = FhirJson.Longest;
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, ct);
            return await messages.Process(visit(), ids, body.GetBuffer().AsMemory(0, (int)body.Length), ct);
        });

        string? Header(string name) => http.Request.Headers[name] is [{ } one] ? one : null;
    }

    private Task<Resource?> Metadata(Func<FhirVisit> visit, CancellationToken ct) => Task.FromResult<Resource?>(FhirCapability.Of(exchange.Sources, exchange.Base));

    private async Task<Resource?> Read(HttpContext http, FhirVisit visit, string type, string id, CancellationToken ct)
    {
        var resource = await exchange.Read(visit, type, id, ct);
        var etag = $"W/\"{resource.Meta!.VersionId}\"";
        http.Response.Headers.ETag = etag;
        http.Response.Headers.LastModified = resource.Meta.LastUpdated!.Value.ToString("R", null);
        if (http.Request.Headers.IfNoneMatch.SelectMany(given => (given ?? "").Split(',')).Any(given => given.Trim() is "*" || given.Trim() == etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return null;
        }

        return resource;
    }

    private async Task<Resource?> Search(HttpContext http, FhirVisit visit, string type, CancellationToken ct)
    {
        var parameters = http.Request.Query.SelectMany(p => p.Value.Select(value => KeyValuePair.Create(p.Key, value ?? ""))).ToList();
        var byPost = HttpMethods.IsPost(http.Request.Method);
        if (byPost)
        {
            if (!http.Request.HasFormContentType)
            {
                throw Fault.Invalid("body", "CONTENT_TYPE_NOT_TAKEN", "Send application/x-www-form-urlencoded.");
            }

            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestForm;
            var form = await http.Request.ReadFormAsync(ct);
            parameters.AddRange(form.SelectMany(p => p.Value.Select(value => KeyValuePair.Create(p.Key, value ?? ""))));
        }

        return await exchange.Search(visit, type, [.. parameters.Where(p => p.Key != "_format")], byPost, ct);
    }

    private static bool Accepted(HttpRequest request)
    {
        var format = request.Query["_format"].ToString();
        if (format.Length > 0)
        {
            return format is "json" or "application/json" or FhirJson.MediaType;
        }

        var accept = request.GetTypedHeaders().Accept;
        return accept.Count == 0 || accept.Any(a => a.MatchesAllTypes || a.MediaType.Value is "application/*" or "application/json" or FhirJson.MediaType);
    }

    private static async Task Send(HttpContext http, int status, Resource resource, TimeSpan? retryAfter = null)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = FhirJson.MediaType + "; charset=utf-8; fhirVersion=4.0";
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (retryAfter is { } after)
        {
            http.Response.Headers.RetryAfter = ((int)Math.Ceiling(after.TotalSeconds)).ToString(null, null);
        }

        var body = Encoding.UTF8.GetBytes(FhirJson.Write(resource));
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }
}
