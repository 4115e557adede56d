using System.Collections.Concurrent;
using System.Diagnostics;

namespace Halton.Hub.Bench.Hubs;

/// <summary>A process that this program started, and that ends with it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private ChildProcess(Process process) => this.process = process;

    /// <summary>Its number.</summary>
    public int Pid => process.Id;

    /// <summary>The end of what it said on standard error.</summary>
    private string LastWords => string.Join(" / ", said);

    /// <summary>Starts a .NET program and answers its first line that starts with a word, and the time that took.</summary>
    public static async Task<(ChildProcess Child, string Line, TimeSpan After)> Start(
        string program, IEnumerable<string> words, string ready, IReadOnlyDictionary<string, string>? environment, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var began = Stopwatch.GetTimestamp();
        var child = new ChildProcess(Process.Start(start)!);
        _ = child.Hear();
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            while (await child.process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith(ready, StringComparison.Ordinal))
                {
                    var after = Stopwatch.GetElapsedTime(began);
                    _ = child.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return (child, line, after);
                }
            }

            throw new BenchFailed($"{Path.GetFileName(program)} ended before it was ready: {child.LastWords}");
        }
        catch (Exception e)
        {
            await child.DisposeAsync();
            throw e is OperationCanceledException && !ct.IsCancellationRequested ? new BenchFailed($"{Path.GetFileName(program)} was not ready in time: {child.LastWords}") : e;
        }
    }

    /// <summary>Runs a .NET program to its end, which must be a good one.</summary>
    public static async Task Run(string program, IEnumerable<string> words, CancellationToken ct)
    {
        await using var child = new ChildProcess(Process.Start(
            new ProcessStartInfo("dotnet", [program, .. words]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!);
        var (hearing, output) = (child.Hear(), child.process.StandardOutput.ReadToEndAsync(ct));
        await child.process.WaitForExitAsync(ct);
        await Task.WhenAll(hearing, output);
        if (child.process.ExitCode != 0)
        {
            throw new BenchFailed($"{string.Join(' ', words)} failed: {child.LastWords}");
        }
    }

    /// <summary>Asks it to stop and waits; one that does not is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using (var ask = Process.Start("/bin/sh", ["-c", "kill -TERM \"$1\" 2>/dev/null", "sh", $"{process.Id}"]))
            {
                await ask.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(Patience);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private async Task Hear()
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Enqueue(line.Length > 500 ? line[..500] : line);
            if (said.Count > LinesKept)
            {
                said.TryDequeue(out _);
            }
        }
    }
}
