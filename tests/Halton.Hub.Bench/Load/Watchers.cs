using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>
/// Many watches of capacity over several connections. Each keeps count of what it hears, so that nothing lost and nothing doubled goes unseen. One
/// that the hub ends with "try again" goes on with its token, as a partner's program does.
/// </summary>
internal sealed class Watchers : IAsyncDisposable
{
    private const int Connections = 16;

    private static readonly Method<WatchCapacityRequest, byte[]> Watch = new(
        MethodType.ServerStreaming,
        "halton.hub.carehome.v1.CareHomeService",
        "WatchCapacity",
        Marshallers.Create(request => request.ToByteArray(), _ => new WatchCapacityRequest()),
        Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes));

    private readonly GrpcChannel[] channels;
    private readonly List<AsyncServerStreamingCall<byte[]>> calls = [];
    private readonly Func<ValueTask<Metadata?>> headers;
    private readonly IReadOnlyList<WatchCapacityRequest> requests;
    private volatile bool over;
    private int resumed;
    private readonly List<Task> readers = [];

    private Watchers(GrpcChannel[] channels, Func<ValueTask<Metadata?>> headers, IReadOnlyList<WatchCapacityRequest> requests) =>
        (this.channels, this.headers, this.requests, Counts) = (channels, headers, requests, new long[requests.Count]);

    /// <summary>How often a watch was ended by the hub and went on with its token.</summary>
    public int Resumed => resumed;

    /// <summary>How many events each has heard.</summary>
    public long[] Counts { get; }

    /// <summary>A sum over the ids that each has heard, which is the same for the same events in whatever order.</summary>
    public long[] Sums { get; private set; } = [];

    /// <summary>From the beginning of a change in the hub to its arrival, in ticks.</summary>
    public List<long>[] Took { get; private set; } = [];

    /// <summary>Why watches ended early.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Opens them and waits until each has its first bookmark.</summary>
    public static async Task<Watchers> Open(Uri grpc, Func<ValueTask<Metadata?>> headers, IReadOnlyList<WatchCapacityRequest> requests)
    {
        var watchers = new Watchers([.. Enumerable.Range(0, Connections).Select(_ => Channel(grpc))], headers, requests)
        {
            Sums = new long[requests.Count],
            Took = [.. requests.Select(_ => new List<long>(4_096))],
        };
        var metadata = await headers();
        for (var i = 0; i < requests.Count; i++)
        {
            var call = watchers.channels[i % Connections].CreateCallInvoker().AsyncServerStreamingCall(Watch, null, new CallOptions(metadata), requests[i]);
            watchers.calls.Add(call);
            if (!await call.ResponseStream.MoveNext(default))
            {
                throw new BenchFailed("A watch ended at once.");
            }
        }

        for (var i = 0; i < requests.Count; i++)
        {
            var reader = i;
            watchers.readers.Add(Task.Run(() => watchers.Read(reader)));
        }

        return watchers;
    }

    /// <summary>One call of its own over a connection that takes in little ahead.</summary>
    public static (GrpcChannel Channel, AsyncServerStreamingCall<byte[]> Call) OpenSlow(Uri grpc, Metadata? headers, WatchCapacityRequest request)
    {
        var channel = GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 }, DisposeHttpClient = true });
        return (channel, channel.CreateCallInvoker().AsyncServerStreamingCall(Watch, null, new CallOptions(headers), request));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        over = true;
        calls.ForEach(call => call.Dispose());
        await Task.WhenAll(readers);
        foreach (var channel in channels)
        {
            channel.Dispose();
        }
    }

    private static GrpcChannel Channel(Uri grpc) => GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true });

    private async Task Read(int i)
    {
        var token = Heard.Read(calls[i].ResponseStream.Current).Token;
        while (!over)
        {
            try
            {
                while (await calls[i].ResponseStream.MoveNext(default))
                {
                    token = Note(i, Heard.Read(calls[i].ResponseStream.Current));
                }
            }
            catch (RpcException e) when (!over && e.StatusCode == StatusCode.Unavailable)
            {
                Interlocked.Increment(ref resumed);
                await Task.Delay(500);
                var again = requests[i].Clone();
                again.ResumeToken = token;
                calls[i] = channels[i % Connections].CreateCallInvoker().AsyncServerStreamingCall(Watch, null, new CallOptions(await headers()), again);
            }
            catch (Exception e) when (e is RpcException or ObjectDisposedException)
            {
                lock (Errors)
                {
                    Errors.AddRange(over ? [] : [e.Message]);
                }

                return;
            }
        }
    }

    private string Note(int i, Heard heard)
    {
        var now = TimeProvider.System.GetUtcNow().Ticks;
        foreach (var (id, occurred) in heard.Events)
        {
            Sums[i] += id.GetHashCode();
            Took[i].Add(now - occurred);
            Counts[i]++;
        }

        return heard.Token;
    }
}
