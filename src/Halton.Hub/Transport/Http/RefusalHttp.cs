using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.Http;

/// <summary>Refusals as JSON: <c>{"error": …, "field": …, "reason": …, "message": …}</c>, never kept by a cache.</summary>
internal static class RefusalHttp
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Refuses with the status that belongs to the fault.</summary>
    public static Task Refuse(this HttpContext http, Fault? fault)
    {
        var (status, error) = fault?.Kind switch
        {
            FaultKind.Invalid => (StatusCodes.Status400BadRequest, "bad_request"),
            FaultKind.NotFound => (StatusCodes.Status404NotFound, "not_found"),
            FaultKind.Unauthenticated => (StatusCodes.Status401Unauthorized, "unauthorized"),
            FaultKind.PermissionDenied => (StatusCodes.Status403Forbidden, "forbidden"),
            FaultKind.ResourceExhausted => (StatusCodes.Status429TooManyRequests, "too_many_requests"),
            FaultKind.Unavailable => (StatusCodes.Status503ServiceUnavailable, "unavailable"),
            _ => (StatusCodes.Status500InternalServerError, "internal"),
        };
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return http.Refuse(status, error, fault ?? new Fault(FaultKind.Unavailable, "INTERNAL", "The hub failed. It has been noted."));
    }

    /// <summary>Refuses with a status of its own.</summary>
    public static Task Refuse(this HttpContext http, int status, string error, Fault fault)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        if (fault.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var field = fault.Fields.Count > 0 ? fault.Fields[0] : null;
        return http.Send(JsonSerializer.SerializeToUtf8Bytes(new { error, field = field?.Field, reason = field?.Reason ?? fault.Reason, message = field?.Message ?? fault.Message }, Json));
    }

    /// <summary>Sends JSON that is written already, unless only its length is wanted.</summary>
    public static async Task Send(this HttpContext http, byte[] body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
