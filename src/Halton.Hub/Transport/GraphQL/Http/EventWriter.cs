using GraphQL;
using Halton.Hub.Foundation;
using Microsoft.AspNetCore.Http;

namespace Halton.Hub.Transport.GraphQL.Http;

/// <summary>Writes events to one client, who must read them: after half a minute without reading the connection is cut.</summary>
internal sealed class EventWriter(HttpContext http)
{
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(30);

    /// <summary>Whether anything was written.</summary>
    public bool Begun => http.Response.HasStarted;

    /// <summary>Writes a result.</summary>
    public async Task Next(ExecutionResult result)
    {
        var json = await GraphQLJson.Write(result, http.RequestAborted);
        await Write([.. "event: next\ndata: "u8, .. json, .. "\n\n"u8]);
    }

    /// <summary>Writes the end.</summary>
    public Task Complete() => Write("event: complete\ndata:\n\n"u8.ToArray());

    /// <summary>Shows that the connection lives.</summary>
    public Task Breathe() => Write(":\n\n"u8.ToArray());

    private async Task Write(byte[] bytes)
    {
        if (!Begun)
        {
            http.Response.ContentType = MediaTypes.EventStream + "; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["X-Accel-Buffering"] = "no";
        }

        using var slow = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        slow.CancelAfter(SlowestRead);
        try
        {
            await http.Response.Body.WriteAsync(bytes, slow.Token);
            await http.Response.Body.FlushAsync(slow.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
            throw new Fault(FaultKind.ResourceExhausted, "WATCH_TOO_SLOW", "You did not read for half a minute. Subscribe again with the resume token.");
        }
    }
}
