using System.Diagnostics;
using System.Globalization;

namespace Halton.Hub.Faults.Running;

/// <summary>The processes of the hub's private database.</summary>
/// <param name="data">The hub's data folder.</param>
internal sealed class DatabaseProcess(string data)
{
    /// <summary>kill -9 of the server and all its children.</summary>
    public void Kill()
    {
        var server = Pid() ?? throw new InvalidOperationException("The database does not run.");
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
    }

    private int? Pid()
    {
        var pointer = Path.Combine(data, "postgres.folder");
        var root = File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : Path.Combine(data, "postgres");
        var file = Path.Combine(root, "data", "postmaster.pid");
        return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
    }

    private static IEnumerable<int> Children(int parent)
    {
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) && Parent(folder) == parent)
            {
                yield return pid;
            }
        }
    }

    private static int? Parent(string folder)
    {
        try
        {
            // After the name, which may hold anything: state, then the parent.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
