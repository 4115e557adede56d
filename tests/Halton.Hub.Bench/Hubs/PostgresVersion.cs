using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Halton.Hub.Bench.Hubs;

/// <summary>Tells which PostgreSQL this machine has, without starting one.</summary>
internal static partial class PostgresVersion
{
    private static readonly string[] Packaged = ["/usr/lib/postgresql", "/usr/libexec/postgresql"];

    /// <summary>The newest installed version, such as 15.14.</summary>
    public static async Task<string> Installed(CancellationToken ct)
    {
        var newest = Packaged.Where(System.IO.Directory.Exists).SelectMany(System.IO.Directory.GetDirectories).Select(folder => Path.Combine(folder, "bin", "postgres")).Where(File.Exists)
            .OrderByDescending(file => int.TryParse(Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file))), out var major) ? major : 0).FirstOrDefault();
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(newest ?? "postgres", ["--version"]) { RedirectStandardOutput = true })!;
            var said = await asked.StandardOutput.ReadToEndAsync(ct);
            await asked.WaitForExitAsync(ct);
            return Number().Match(said).Value;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "of unknown version";
        }
    }

    [GeneratedRegex("[0-9]+(\\.[0-9]+)?")]
    private static partial Regex Number();
}
