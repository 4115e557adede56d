using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.Grpc;

/// <summary>What a gRPC door knows of the call it serves.</summary>
public static class GrpcCalls
{
    /// <summary>Trailer and metadata name of a resume token.</summary>
    public const string ResumeToken = "resume-token";

    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(30);

    /// <summary>The permitted call.</summary>
    public static Call Call(this ServerCallContext context) => context.GetHttpContext().Features.Get<Call>()!;

    /// <summary>Writes a watch to its client; however it ends, the last token goes out in the trailers. A client that does not read is cut off.</summary>
    public static Task Stream<T>(this ServerCallContext context, IAsyncEnumerable<WatchItem> items, IServerStreamWriter<T> stream, Func<WatchItem, T> tell) =>
        context.Stream(items, item => item.ResumeToken, stream, tell);

    /// <summary>Writes a watch in batches to its client, in the same way.</summary>
    public static Task Stream<T>(this ServerCallContext context, IAsyncEnumerable<WatchBatch> batches, IServerStreamWriter<T> stream, Func<WatchBatch, T> tell) =>
        context.Stream(batches, batch => batch.ResumeToken, stream, tell);

    private static async Task Stream<TItem, T>(
        this ServerCallContext context, IAsyncEnumerable<TItem> items, Func<TItem, string> resume, IServerStreamWriter<T> stream, Func<TItem, T> tell)
    {
        var token = "";
        try
        {
            await foreach (var item in items)
            {
                using var slow = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
                slow.CancelAfter(SlowestRead);
                try
                {
                    await stream.WriteAsync(tell(item), slow.Token);
                }
                catch (OperationCanceledException) when (!context.CancellationToken.IsCancellationRequested)
                {
                    throw new Fault(FaultKind.ResourceExhausted, "WATCH_TOO_SLOW", "You did not read for half a minute. Watch again with the resume token.");
                }

                token = resume(item);
            }
        }
        finally
        {
            context.ResponseTrailers.Add(ResumeToken, token);
        }
    }
}
