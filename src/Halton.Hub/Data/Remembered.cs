using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>
/// Something small that the database says and operators change now and then: read when the node starts, and again every few seconds while it
/// is asked for. A caller in the middle of a change never waits for a second connection to hear it: a pool full of such callers would stand
/// still.
/// </summary>
/// <param name="source">The serving account's connections.</param>
/// <param name="clock">Tells how old it is.</param>
public abstract class Remembered<T>(NpgsqlDataSource source, TimeProvider clock) : IHostedService
    where T : class
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TooOld = TimeSpan.FromSeconds(30);
    private volatile Known? last;
    private int reading;

    /// <summary>What it says; at most a few seconds old while it is asked for often.</summary>
    public async ValueTask<T> Now(CancellationToken ct)
    {
        if (last is not { } known || clock.GetElapsedTime(known.At) > TooOld)
        {
            return await Renew(ct);
        }

        if (clock.GetElapsedTime(known.At) > GoodFor && Interlocked.Exchange(ref reading, 1) == 0)
        {
            _ = InTheBackground();
        }

        return known.Value;
    }

    /// <summary>What it said last, for those who cannot wait; it has been read when the node started.</summary>
    public T Latest => last?.Value ?? throw new InvalidOperationException("The node has not started.");

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Renew(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads it at once, as after a change.</summary>
    internal async Task<T> Renew(CancellationToken ct)
    {
        var value = await Read(source, ct);
        last = new Known(value, clock.GetTimestamp());
        return value;
    }

    /// <summary>Asks the database.</summary>
    protected abstract Task<T> Read(NpgsqlDataSource source, CancellationToken ct);

    private async Task InTheBackground()
    {
        try
        {
            await Renew(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            // The database is away: whoever asks next tries again, and what is known stands meanwhile.
        }
        finally
        {
            Volatile.Write(ref reading, 0);
        }
    }

    private sealed record Known(T Value, long At);
}
