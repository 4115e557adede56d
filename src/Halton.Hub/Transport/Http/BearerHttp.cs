using System.Diagnostics;
using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Transport.Http;

/// <summary>
/// Lets programs in at plain addresses that are about nobody: with an access token, within their rate, by the access table. What is refused is refused as JSON:
/// <c>{"error": …, "field": …, "reason": …, "message": …}</c>.
/// </summary>
public sealed partial class BearerHttp(Authentication authentication, RateLimits limits, AccessTable table, DatabaseFaults database, ILogger<BearerHttp> log)
{
    /// <summary>Answers one request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="door">The door's name in the access table.</param>
    /// <param name="answer">Answers the permitted call.</param>
    public async Task Answer(HttpContext http, string door, Func<Call, Task> answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer(await Admit(http, door));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer; what was saved stays, and the same may be asked again.
        }
        catch (Exception e)
        {
            var fault = e as Fault ?? database.Translate(e);
            if (fault is null)
            {
                LogUnexpected(log, door, e.GetType().Name, e.StackTrace);
            }

            await http.Refuse(fault);
        }
    }

    private async Task<Call> Admit(HttpContext http, string door)
    {
        var caller = await authentication.Run(http.Request.Headers.Authorization, http.RequestAborted);
        var rule = table.Find(door);
        limits.DemandCall(caller);
        AccessTable.Demand(rule, caller, null);
        return new Call(caller, rule, "", Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Door} failed unexpectedly with {Error} {Stack}")]
    private static partial void LogUnexpected(ILogger log, string door, string error, string? stack);
}
