using System.Diagnostics;
using Halton.Hub.Access;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.Http;

/// <summary>
/// Lets programs in at plain addresses that are about nobody: with an access token, within their rate, by the access table. What is refused is refused as JSON:
/// <c>{"error": …, "field": …, "reason": …, "message": …}</c>.
/// </summary>
public sealed class BearerHttp(Authentication authentication, RateLimits limits, AccessTable table, Refusals refusals)
{
    /// <summary>Answers one request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="door">The door's name in the access table.</param>
    /// <param name="answer">Answers the permitted call.</param>
    public async Task Answer(HttpContext http, string door, Func<Call, Task> answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        Call? call = null;
        try
        {
            call = await Admit(http, door, traceId);
            await answer(call);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer; what was saved stays, and the same may be asked again.
        }
        catch (Exception e)
        {
            await http.Refuse(await refusals.Take(e, door, call, traceId));
        }
    }

    private async Task<Call> Admit(HttpContext http, string door, string traceId)
    {
        var caller = await authentication.Run(http.Request.Headers.Authorization, http.RequestAborted);
        var rule = table.Find(door);
        limits.DemandCall(caller);
        AccessTable.Demand(rule, caller, null);
        return new Call(caller, rule, "", traceId);
    }
}
