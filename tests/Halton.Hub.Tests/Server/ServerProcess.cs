using System.Diagnostics;
using System.Text;
using Halton.Hub.Server.Postgres;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Server;

/// <summary>The server as its own process on a data folder of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly StringBuilder errors = new();

    private ServerProcess(Process process) => this.process = process;

    /// <summary>The line that it printed when it served.</summary>
    public string Ready { get; private set; } = "";

    /// <summary>Its id.</summary>
    public int Id => process.Id;

    /// <summary>A fresh data folder.</summary>
    public static string Folder() => System.IO.Directory.CreateTempSubdirectory("halton-hub-process-").FullName;

    /// <summary>Starts <c>run</c> and waits until it says that it serves.</summary>
    public static async Task<ServerProcess> Run(string folder, string seed, params string[] more)
    {
        var server = new ServerProcess(Start(["run", "--data", folder, "--http", "127.0.0.1:0", "--grpc", "127.0.0.1:0", "--seed", seed, .. more]));
        server.process.ErrorDataReceived += (_, line) => server.errors.AppendLine(line.Data);
        server.process.BeginErrorReadLine();
        server.Ready = await server.process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException($"The server ended: {server.errors}");
        return server;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Command(params string[] words)
    {
        using var command = Start(words);
        var (output, errors) = (command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync());
        await command.WaitForExitAsync().WaitAsync(Patience);
        return (command.ExitCode, (await output).Trim(), (await errors).Trim());
    }

    /// <summary>Asks it to end, as an operator does; its exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Kills it where it stands.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Processes whose command line names the folder.</summary>
    public static List<string> Left(string folder) =>
    [
        .. System.IO.Directory.GetDirectories("/proc").Where(p => int.TryParse(Path.GetFileName(p), out _)).Select(CommandLine).Where(c => c.Contains(folder, StringComparison.Ordinal)),
    ];

    /// <summary>Ends what still runs on a folder and removes it.</summary>
    public static async Task Clean(string folder)
    {
        if (Postmaster.Of(Path.Combine(folder, "postgres", "data")) is { } server)
        {
            using var kill = Process.Start("kill", ["-INT", $"{server.Pid}"]);
            await Poll.Until(() => Task.FromResult(Postmaster.Of(Path.Combine(folder, "postgres", "data")) is null), "the database does not stop");
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Terminate();
        }

        await File.AppendAllTextAsync(Path.Combine(TestCluster.Output, $"logs-{Environment.ProcessId}-server.txt"), errors.ToString());
        process.Dispose();
    }

    private static Process Start(params IEnumerable<string> words)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "Halton.Hub.Server.dll");
        Assert.True(File.Exists(dll), dll);
        return Process.Start(new ProcessStartInfo("dotnet", [dll, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
