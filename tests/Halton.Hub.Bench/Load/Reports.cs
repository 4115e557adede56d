using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Contracts.Fhir.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>Returns of homes at a steady rate: each is sent when its time has come, whether or not those before have been answered.</summary>
internal sealed class Reports(Uri grpc, Func<ValueTask<Metadata?>> headers) : IDisposable
{
    private readonly GrpcChannel channel = GrpcChannel.ForAddress(grpc, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler { EnableMultipleHttp2Connections = true }, DisposeHttpClient = true });

    /// <summary>Sends so many a second for a time; answers when all are answered.</summary>
    public async Task<(int Sent, int Failed, string? Error)> Run(int aSecond, TimeSpan time, CancellationToken ct)
    {
        var client = new CareHomeService.CareHomeServiceClient(channel);
        var (pending, failed, error, sent) = (new List<Task>(), 0, default(string), 0);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < time;)
        {
            for (var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * aSecond); sent < due; sent++)
            {
                pending.Add(One(client, 1 + (sent * 7919 % ManyHomes.Count)));
            }

            await Task.Delay(2, ct);
        }

        await Task.WhenAll(pending);
        return (sent, failed, error);

        async Task One(CareHomeService.CareHomeServiceClient client, int home)
        {
            try
            {
                await client.ReportCapacityAsync(Return(home), await headers(), cancellationToken: ct);
            }
            catch (RpcException e)
            {
                Interlocked.Increment(ref failed);
                error = e.Status.Detail;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => channel.Dispose();

    private static ReportCapacityRequest Return(int home)
    {
        var request = new ReportCapacityRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            CareHome = ManyHomes.Location(home),
            AsOf = TimeProvider.System.GetUtcNow().ToTimestamp(),
            AcceptingAdmissions = true,
        };
        foreach (var kind in ManyHomes.Kinds)
        {
            request.Beds.Add(new BedCapacity { BedType = new Coding { Code = kind }, Maximum = 20, Occupied = 15, Reserved = 1, Available = Random.Shared.Next(5) });
        }

        return request;
    }
}
