using Halton.Hub.Access;
using Halton.Hub.Transport.GraphQL.Http;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>
/// Server-sent events in the distinct connections mode of the GraphQL over SSE protocol: <c>next</c> for each result, <c>complete</c> at
/// the end, a comment now and then so that the connection is seen to live. What is refused before it begins is an ordinary HTTP answer.
/// </summary>
internal sealed class EventStream(GraphQLExecution execution, RateLimits limits)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(12);

    /// <summary>Serves one operation.</summary>
    public async Task Serve(HttpContext http, Admission admission)
    {
        var events = new EventWriter(http);
        if (admission.IsSubscription)
        {
            using var watch = limits.DemandWatch(admission.Visitor.Caller);
            await Follow(events, admission, http.RequestAborted);
        }
        else
        {
            await events.Next(await execution.Run(admission, http.RequestAborted));
        }

        await events.Complete();
    }

    private async Task Follow(EventWriter events, Admission admission, CancellationToken ct)
    {
        await using var results = execution.Follow(admission, ct).GetAsyncEnumerator(ct);
        var next = results.MoveNextAsync().AsTask();
        try
        {
            while (await Coming(next, events, ct))
            {
                await events.Next(results.Current);
                next = results.MoveNextAsync().AsTask();
            }
        }
        catch (RequestRefused ended) when (events.Begun)
        {
            await events.Next(ended.Result(admission.Visitor.TraceId));
        }
    }

    private static async Task<bool> Coming(Task<bool> next, EventWriter events, CancellationToken ct)
    {
        while (events.Begun && await Task.WhenAny(next, Task.Delay(Breath, ct)) != next)
        {
            await events.Breathe();
        }

        return await next;
    }
}
