using System.Diagnostics;
using System.Text.Json;
using Halton.Hub.Server.Seeding;

namespace Halton.Hub.Faults.Running;

/// <summary>A hub in a process of its own, with a private database, that can be killed and started again on the same data.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string server = Places.Server();
    private readonly string log;
    private Process? process;

    private HubProcess(string data, string log)
    {
        (Data, this.log) = (data, log);
        (Http, Grpc) = (LoopbackPort.Free(), LoopbackPort.Free());
        Database = new DatabaseProcess(data);
    }

    /// <summary>Its data folder.</summary>
    public string Data { get; }

    /// <summary>Its HTTP address.</summary>
    public Uri Http { get; }

    /// <summary>Its gRPC address.</summary>
    public Uri Grpc { get; }

    /// <summary>Its database's processes.</summary>
    public DatabaseProcess Database { get; }

    /// <summary>How to reach its database past every wall.</summary>
    public string OwnerConnection { get; private set; } = "";

    /// <summary>Its process, to see that it went on living.</summary>
    public int Pid => process!.Id;

    /// <summary>Whether it runs.</summary>
    public bool Lives => process is { HasExited: false };

    /// <summary>How long its log is by now.</summary>
    public long LogLength => new FileInfo(log).Length;

    /// <summary>Starts one on a folder and lets the demonstration's partners call it.</summary>
    public static async Task<HubProcess> Prepare(string data, string log, CancellationToken ct)
    {
        var hub = new HubProcess(Path.GetFullPath(data), log);
        try
        {
            hub.Launch();
            await hub.Ready(ct);
            await DemoSeed.Load(hub.OwnerConnection, Path.Combine(hub.Data, "keys"), 0, TimeProvider.System, ct);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Failures of its own, which it did not foresee, that the hub has logged since its log had a length.</summary>
    public IEnumerable<string> Unforeseen(long since)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = since;
        using var text = new StreamReader(file);
        while (text.ReadLine() is { } line)
        {
            var at = line.IndexOf("failed unexpectedly", StringComparison.Ordinal);
            if (at > 0)
            {
                yield return line[Math.Max(0, line.LastIndexOf('/', at))..Math.Min(line.Length, at + 160)];
            }
        }
    }

    /// <summary>Starts the process; <see cref="Ready"/> waits for it.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, "dotnet", server, "run",
            "--data", Data, "--http", Http.Authority, "--grpc", Grpc.Authority, "--seed", "none"]);
        process = Process.Start(start)!;
    }

    /// <summary>Waits until it serves.</summary>
    public async Task Ready(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            if (process!.HasExited)
            {
                throw new InvalidOperationException($"The hub ended with {process.ExitCode}; see {log}");
            }

            if (Announced() is { } owner)
            {
                OwnerConnection = owner;
                return;
            }

            await Task.Delay(20, ct);
        }

        throw new TimeoutException($"The hub did not become ready; see {log}");
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Stops it in order, database and all.</summary>
    public async ValueTask DisposeAsync()
    {
        if (process is null || process.HasExited)
        {
            return;
        }

        await Signal.Send("TERM", process.Id);
        await process.WaitForExitAsync().WaitAsync(Patience);
        process.Dispose();
    }

    private string? Announced()
    {
        try
        {
            using var told = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Data, "hub.json")));
            return told.RootElement.GetProperty(nameof(Pid)).GetInt32() == process!.Id ? told.RootElement.GetProperty(nameof(OwnerConnection)).GetString() : null;
        }
        catch (Exception early) when (early is IOException or JsonException)
        {
            return null;
        }
    }
}
