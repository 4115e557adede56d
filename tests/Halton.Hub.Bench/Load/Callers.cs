using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Bench.Load;

/// <summary>
/// A closed loop of callers: each asks for one random NHS number, waits for the answer, and asks again. Both sides are called through this,
/// over as many connections, so that what the caller costs cancels out.
/// </summary>
internal sealed class Callers : IDisposable
{
    private const int Count = 64;
    private const int Connections = 4;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private readonly GrpcChannel[] channels;
    private readonly DischargeService.DischargeServiceClient[] clients;
    private readonly string[] numbers;
    private readonly Func<ValueTask<Metadata?>> headers;

    /// <summary>Connects to one side.</summary>
    /// <param name="address">Where it serves gRPC.</param>
    /// <param name="numbers">What to ask for.</param>
    /// <param name="headers">What a call carries.</param>
    public Callers(Uri address, string[] numbers, Func<ValueTask<Metadata?>> headers)
    {
        (this.numbers, this.headers) = (numbers, headers);
        // A channel has a handler, and so a connection, of its own: 16 callers each, far from the 100 streams that one allows.
        channels = [.. Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = new SocketsHttpHandler(), DisposeHttpClient = true }))];
        clients = [.. channels.Select(channel => new DischargeService.DischargeServiceClient(channel))];
    }

    /// <summary>Asks once.</summary>
    public async Task<DischargeStatus> Ask(string number) => await clients[0].GetDischargeStatusAsync(new GetDischargeStatusRequest { NhsNumber = number }, await headers());

    /// <summary>Calls for a time.</summary>
    public Task<Calls> For(TimeSpan time, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        return All(() => Stopwatch.GetElapsedTime(began) < time, time, ct);
    }

    /// <summary>Makes a number of calls.</summary>
    public Task<Calls> Exactly(int calls, TimeSpan atMost, CancellationToken ct)
    {
        var left = calls;
        return All(() => Interlocked.Decrement(ref left) >= 0, atMost, ct);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var channel in channels)
        {
            channel.Dispose();
        }
    }

    private async Task<Calls> All(Func<bool> more, TimeSpan atMost, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, Count).Select(caller => Task.Run(() => One(clients[caller % Connections], more, ct), ct))).WaitAsync(atMost + Grace, ct);
        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.SelectMany(e => e.Took).Order()], each.Sum(e => e.Errors), each.Select(e => e.Error).FirstOrDefault(e => e is not null));
    }

    private async Task<(List<long> Took, int Errors, string? Error)> One(DischargeService.DischargeServiceClient client, Func<bool> more, CancellationToken ct)
    {
        var (took, errors, error) = (new List<long>(16_384), 0, default(string));
        while (!ct.IsCancellationRequested && more())
        {
            var number = numbers[Random.Shared.Next(numbers.Length)];
            var began = Stopwatch.GetTimestamp();
            try
            {
                // No token of cancellation: one on each call would cost, and a round ends by itself.
                var answer = await client.GetDischargeStatusAsync(new GetDischargeStatusRequest { NhsNumber = number }, await headers(), cancellationToken: CancellationToken.None);
                took.Add(Stopwatch.GetTimestamp() - began);
                if (answer.NhsNumber != number)
                {
                    (errors, error) = (errors + 1, "an answer was for somebody else");
                }
            }
            catch (Exception e) when (e is RpcException or HttpRequestException)
            {
                (errors, error) = (errors + 1, error ?? e.Message);
                await Task.Delay(10, ct);
            }
        }

        return (took, errors, error);
    }
}
