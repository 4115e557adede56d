using System.Globalization;

namespace Halton.Hub.Bench.Hubs;

/// <summary>Watches the resident memory of a process and remembers the most.</summary>
internal sealed class Memory : IAsyncDisposable
{
    private readonly int pid;
    private readonly CancellationTokenSource over = new();
    private readonly Task watch;

    /// <summary>Begins.</summary>
    public Memory(int pid)
    {
        this.pid = pid;
        Before = Most = Now(pid);
        watch = Watch();
    }

    /// <summary>Megabytes at the beginning.</summary>
    public double Before { get; }

    /// <summary>Megabytes at most.</summary>
    public double Most { get; private set; }

    /// <summary>How much it grew at most.</summary>
    public double Growth => Most - Before;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        over.Dispose();
    }

    private async Task Watch()
    {
        while (true)
        {
            Most = Math.Max(Most, Now(pid));
            await Task.Delay(50, over.Token);
        }
    }

    private static double Now(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
