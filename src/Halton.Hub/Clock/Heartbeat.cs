using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>Says every ten seconds that a run goes on. A run that has not been heard of for a minute is taken for lost.</summary>
public sealed class Heartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource over = new();
    private readonly Task beats;

    /// <summary>Begins to say so.</summary>
    public Heartbeat(Fences fences, Fence fence, TimeProvider clock) => beats = Beat(fences, fence, clock, over.Token);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await beats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.Dispose();
    }

    private static async Task Beat(Fences fences, Fence fence, TimeProvider clock, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                await fences.Beat(fence, ct);
            }
            catch (NpgsqlException)
            {
                // The next beat may be heard; whether the run may write is the fence's affair.
            }
        }
    }
}
