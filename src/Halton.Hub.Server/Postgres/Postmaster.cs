using System.Globalization;

namespace Halton.Hub.Server.Postgres;

/// <summary>A database server that is alive, as its own <c>postmaster.pid</c> describes it.</summary>
internal sealed record Postmaster(int Pid, string SocketFolder, bool IsReady)
{
    /// <summary>The server of a cluster, or null when none is alive, whatever files a killed one left.</summary>
    public static Postmaster? Of(string dataFolder)
    {
        if (Lines(dataFolder) is not { Length: >= 5 } lines || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid) || !Serves(pid, lines))
        {
            return null;
        }

        return new Postmaster(pid, lines[4], lines.Length >= 8 && lines[7].Trim() == "ready");
    }

    /// <summary>Whether the number in the file is that server and not a process that happened to get its number later.</summary>
    private static bool Serves(int pid, string[] lines)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            var option = Array.IndexOf(words, "-D");
            return option >= 0 && Lines(words[option + 1]) is [var named, ..] && named == lines[0];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string[]? Lines(string dataFolder)
    {
        try
        {
            return File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
