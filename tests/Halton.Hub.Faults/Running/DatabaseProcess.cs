using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Halton.Hub.Faults.Running;

/// <summary>The processes of the hub's private database.</summary>
/// <param name="data">The hub's data folder.</param>
internal sealed class DatabaseProcess(string data)
{
    /// <summary>kill -9 of the server and all its children; returns when they are gone.</summary>
    public async Task Kill()
    {
        var server = Pid() ?? throw new InvalidOperationException("The database does not run.");
        // Held up first, or it could have one more child while they are counted.
        await Signal.Send("STOP", server);
        int[] all = [server, .. Children(server)];
        foreach (var pid in all)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                // A child that ended by itself.
            }
        }

        while (all.Any(Runs))
        {
            await Task.Delay(1);
        }
    }

    /// <summary>Returns when the server, started again, takes connections.</summary>
    public static async Task Back(string owner, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(patience.Token);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20, patience.Token);
            }
        }
    }

    private int? Pid()
    {
        var pointer = Path.Combine(data, "postgres.folder");
        var root = File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : Path.Combine(data, "postgres");
        var file = Path.Combine(root, "data", "postmaster.pid");
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
    }

    private static IEnumerable<int> Children(int server)
    {
        foreach (var folder in System.IO.Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) && Stat(pid) is [_, var of, ..] && of == server.ToString(CultureInfo.InvariantCulture))
            {
                yield return pid;
            }
        }
    }

    private static bool Runs(int pid) => Stat(pid) is [not "Z", ..];

    /// <summary>State and parent of a process, and what follows; null when there is no such process.</summary>
    private static string[]? Stat(int pid)
    {
        try
        {
            // After the name, which may hold anything.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
