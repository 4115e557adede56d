using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Carehome.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>Many watches of capacity over several connections. Each keeps count of what it hears, so that nothing lost and nothing doubled goes unseen.</summary>
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
    private readonly List<Task> readers = [];

    private Watchers(GrpcChannel[] channels, int count) => (this.channels, Counts) = (channels, new long[count]);

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
        var watchers = new Watchers([.. Enumerable.Range(0, Connections).Select(_ => Channel(grpc))], requests.Count)
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
        try
        {
            while (await calls[i].ResponseStream.MoveNext(default))
            {
                var now = TimeProvider.System.GetUtcNow().Ticks;
                foreach (var (id, occurred) in Heard.Read(calls[i].ResponseStream.Current).Events)
                {
                    Sums[i] += id.GetHashCode();
                    Took[i].Add(now - occurred);
                    Counts[i]++;
                }
            }
        }
        catch (RpcException e) when (e.StatusCode != StatusCode.Cancelled)
        {
            lock (Errors)
            {
                Errors.Add(e.Status.Detail);
            }
        }
        catch (Exception e) when (e is RpcException or ObjectDisposedException)
        {
            // The benchmark has closed it.
        }
    }
}
