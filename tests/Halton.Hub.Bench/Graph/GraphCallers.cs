using System.Diagnostics;
using System.Net.Sockets;
using Halton.Hub.Bench.Load;

namespace Halton.Hub.Bench.Graph;

/// <summary>Callers of GraphQL, each with a thread and a connection of its own.</summary>
/// <param name="requests">What they send, in turn.</param>
/// <param name="count">How many they are.</param>
/// <param name="right">Whether an answer is what it must be.</param>
internal sealed class GraphCallers(Requests requests, int count, Func<int, ReadOnlyMemory<byte>, bool> right) : IDisposable
{
    private readonly HttpLine[] lines = [.. Enumerable.Range(0, count).Select(_ => new HttpLine(requests.Address))];

    /// <summary>Asks for one thing and answers what came.</summary>
    public (int Status, ReadOnlyMemory<byte> Body) Ask(int document) => lines[0].Send(requests.Now()[document]);

    /// <summary>A closed loop: each asks as soon as it was answered.</summary>
    public Task<Calls> For(TimeSpan time, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        return All(() => !ct.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < time ? Stopwatch.GetTimestamp() : null);
    }

    /// <summary>An open loop: so many a second are due, whatever became of those before; one that is late counts from when it was due.</summary>
    public Task<Calls> At(double perSecond, TimeSpan time, CancellationToken ct)
    {
        var (began, next, most) = (Stopwatch.GetTimestamp(), -1, (int)(perSecond * time.TotalSeconds));
        return All(() =>
        {
            var mine = Interlocked.Increment(ref next);
            if (mine >= most || ct.IsCancellationRequested)
            {
                return null;
            }

            var due = began + (long)(mine / perSecond * Stopwatch.Frequency);
            if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } wait)
            {
                Thread.Sleep(wait);
            }

            return due;
        });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var line in lines)
        {
            line.Dispose();
        }
    }

    private async Task<Calls> All(Func<long?> begin)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(lines.Select((line, caller) => Task.Factory.StartNew(() => One(line, caller, begin), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.SelectMany(e => e.Took).Order()], each.Sum(e => e.Errors), each.Select(e => e.Error).FirstOrDefault(e => e is not null));
    }

    private (List<long> Took, int Errors, string? Error) One(HttpLine line, int caller, Func<long?> begin)
    {
        var (took, errors, error) = (new List<long>(16_384), 0, default(string));
        for (var turn = caller; begin() is { } from; turn++)
        {
            try
            {
                var now = requests.Now();
                var (status, body) = line.Send(now[turn % now.Length]);
                took.Add(Stopwatch.GetTimestamp() - from);
                if (!right(status, body))
                {
                    (errors, error) = (errors + 1, error ?? $"status {status}: {System.Text.Encoding.UTF8.GetString(body.Span[..Math.Min(200, body.Length)])}");
                }
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                line.Dispose();
                (errors, error) = (errors + 1, error ?? e.Message);
            }
        }

        return (took, errors, error);
    }
}
