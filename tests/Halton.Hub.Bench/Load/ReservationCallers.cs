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
    public Task<Calls> For(TimeSpan time, CancellationToken ct) => Crowd.For(pairs.Count, (caller, took) => Once(caller, took), time, ct);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var channel in channels)
        {
            channel.Dispose();
        }
    }
}
