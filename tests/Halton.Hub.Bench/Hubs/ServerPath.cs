namespace Halton.Hub.Bench.Hubs;

/// <summary>Finds the published server: the one that the launcher names in HUB_SERVER, else the newest that it built.</summary>
internal static class ServerPath
{
    private const string Program = "Halton.Hub.Server.dll";

    /// <summary>The server's program.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("HUB_SERVER") is { Length: > 0 } named)
        {
            return System.IO.Directory.Exists(named) ? Path.Combine(named, Program) : named;
        }

        var built = new DirectoryInfo(Path.Combine(Root(), "artifacts", "hub"));
        return (built.Exists ? built.EnumerateDirectories() : [])
            .Where(folder => File.Exists(Path.Combine(folder.FullName, Program)))
            .OrderByDescending(folder => folder.LastWriteTimeUtc)
            .Select(folder => Path.Combine(folder.FullName, Program))
            .FirstOrDefault() ?? throw new BenchFailed("No published server was found. Start the benchmark with ./hub bench, which builds one, or name one in HUB_SERVER.");
    }

    /// <summary>The folder of the launcher.</summary>
    public static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            {
                return folder;
            }
        }

        throw new BenchFailed("The benchmark runs from inside its repository only.");
    }
}
