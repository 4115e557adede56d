using System.Diagnostics;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>
/// <c>POST /openreferral/import?dry_run=true</c>: a maintainer's own program sends a document of HSDS-UK with an access token and hears what
/// became of each service.
/// </summary>
public sealed partial class OpenReferralImportHttp(
    Authentication authentication, RateLimits limits, AccessTable table, ImportServices import, DatabaseFaults database, ILogger<OpenReferralImportHttp> log)
{
    /// <summary>The door's name in the access table.</summary>
    public const string Door = "http/openreferral.import";

    private const int LongestBody = 10 * 1024 * 1024;

    /// <summary>Takes a document.</summary>
    public async Task Take(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var call = await Admit(http);
            var dryRun = http.Request.Query["dry_run"].ToString() switch
            {
                "" or "false" => false,
                "true" => true,
                _ => throw Fault.Invalid("dry_run", "NOT_TRUE_OR_FALSE", "true or false."),
            };
            await http.Send(await import.Run(call, await Body(http), dryRun, http.RequestAborted));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await http.Refuse(StatusCodes.Status413PayloadTooLarge, "too_large", Fault.Invalid("body", "TOO_LARGE", "At most 10 MB; send several documents."));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer; what was saved stays, and the same document may be sent again.
        }
        catch (Exception e)
        {
            var fault = e as Fault ?? database.Translate(e);
            if (fault is null)
            {
                LogUnexpected(log, e.GetType().Name, e.StackTrace);
            }

            await http.Refuse(fault);
        }
    }

    private async Task<Call> Admit(HttpContext http)
    {
        var caller = await authentication.Run(http.Request.Headers.Authorization, http.RequestAborted);
        var rule = table.Find(Door);
        limits.DemandCall(caller);
        AccessTable.Demand(rule, caller, null);
        return new Call(caller, rule, "", Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = LongestBody;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An import failed unexpectedly with {Error} {Stack}")]
    private static partial void LogUnexpected(ILogger log, string error, string? stack);
}
