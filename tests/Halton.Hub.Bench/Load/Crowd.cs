using System.Diagnostics;
using Grpc.Core;

namespace Halton.Hub.Bench.Load;

/// <summary>Callers that each do one thing after the other for a while.</summary>
internal static class Crowd
{
    /// <summary>Lets them.</summary>
    /// <param name="callers">How many.</param>
    /// <param name="once">What one does; it says how long each call took, in ticks of the stopwatch.</param>
    /// <param name="time">For how long.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task<Calls> For(int callers, Func<int, Action<long>, Task> once, TimeSpan time, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var (took, errors, error) = (new List<long>(4_096), 0, default(string));
            while (!ct.IsCancellationRequested && Stopwatch.GetElapsedTime(began) < time)
            {
                try
                {
                    await once(caller, took.Add);
                }
                catch (Exception e) when (e is RpcException or HttpRequestException)
                {
                    (errors, error) = (errors + 1, e is RpcException refused ? refused.Status.Detail : e.Message);
                    await Task.Delay(10, ct);
                }
            }

            return (Took: took, Errors: errors, Error: error);
        }, ct)));
        return new Calls(Stopwatch.GetElapsedTime(began), [.. each.SelectMany(e => e.Took).Order()], each.Sum(e => e.Errors), each.Select(e => e.Error).FirstOrDefault(e => e is not null));
    }

    /// <summary>Does one thing that is one call.</summary>
    public static async Task Timed(Action<long> took, Func<Task> call)
    {
        var began = Stopwatch.GetTimestamp();
        await call();
        took(Stopwatch.GetTimestamp() - began);
    }
}
