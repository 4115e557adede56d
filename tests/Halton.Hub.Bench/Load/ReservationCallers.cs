using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Placement.V1;
using Halton.Hub.Placement;

namespace Halton.Hub.Bench.Load;

/// <summary>A closed loop of assessors, each with a person and a home of its own: each holds a bed, lets it go, and begins again. Both calls count.</summary>
internal sealed class ReservationCallers : IDisposable
{
    private const int Connections = 4;
    private static readonly Coding NotNeeded = new() { System = PlacementCodes.ReleaseReason, Code = "not-needed" };
    private readonly GrpcChannel[] channels;
    private readonly PlacementService.PlacementServiceClient[] clients;
    private readonly IReadOnlyList<(string Assessment, string Home)> pairs;
    private readonly Func<Task<Metadata>> headers;

    /// <summary>Connects.</summary>
    public ReservationCallers(Uri address, IReadOnlyList<(string Assessment, string Home)> pairs, Func<Task<Metadata>> headers)
    {
        (this.pairs, this.headers) = (pairs, headers);
        channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
        clients = [.. channels.Select(channel => new PlacementService.PlacementServiceClient(channel))];
    }

    /// <summary>Holds a bed and lets it go.</summary>
    public async Task<(ReserveBedRequest Asked, Reservation Held, ReleaseBedRequest Left)> Once(int caller, Action<long>? took = null)
    {
        var (client, (assessment, home)) = (clients[caller % Connections], pairs[caller]);
        var reserve = new ReserveBedRequest { RequestId = Guid.CreateVersion7().ToString(), AssessmentId = assessment, CareHomes = { home } };
        var began = Stopwatch.GetTimestamp();
        var held = await client.ReserveBedAsync(reserve, await headers());
        took?.Invoke(Stopwatch.GetTimestamp() - began);
        var release = new ReleaseBedRequest { RequestId = Guid.CreateVersion7().ToString(), ReservationId = held.ReservationId, Etag = held.Etag, Reason = NotNeeded };
        began = Stopwatch.GetTimestamp();
        await client.ReleaseBedAsync(release, await headers());
        took?.Invoke(Stopwatch.GetTimestamp() - began);
        return (reserve, held, release);
    }

    /// <summary>Calls for a time.</summary>
    public async Task<Calls> For(TimeSpan time, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, pairs.Count).Select(caller => Task.Run(async () =>
        {
            var (took, errors, error) = (new List<long>(4_096), 0, default(string));
            while (!ct.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < time)
            {
                try
                {
                    await Once(caller, took.Add);
                }
                catch (RpcException e)
                {
                    (errors, error) = (errors + 1, e.Status.Detail);
                    await Task.Delay(10, ct);
                }
            }

            return (Took: took, Errors: errors, Error: error);
        }, ct)));
        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.SelectMany(e => e.Took).Order()], each.Sum(e => e.Errors), each.Select(e => e.Error).FirstOrDefault(e => e is not null));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var channel in channels)
        {
            channel.Dispose();
        }
    }
}
