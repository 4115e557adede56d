namespace Halton.Hub.Faults;

/// <summary>Where things are in the repository.</summary>
internal static class Places
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where histories and logs are kept.</summary>
    public static string Artifacts { get; } = System.IO.Directory.CreateDirectory(Path.Combine(Root, "artifacts", "faults")).FullName;

    /// <summary>The server that the launcher built last.</summary>
    public static string Server()
    {
        var builds = new DirectoryInfo(Path.Combine(Root, "artifacts", "hub"));
        var newest = builds.Exists ? builds.GetDirectories().Where(d => d.Extension.Length == 0).MaxBy(d => d.LastWriteTimeUtc) : null;
        return newest is null
            ? throw new InvalidOperationException("No built hub in artifacts/hub. Start this through the launcher: ./hub faults")
            : Path.Combine(newest.FullName, "Halton.Hub.Server.dll");
    }

    /// <summary>Removes a data folder, and the cluster that it may have had to put elsewhere.</summary>
    public static void Remove(string folder)
    {
        var pointer = Path.Combine(folder, "postgres.folder");
        if (File.Exists(pointer))
        {
            System.IO.Directory.Delete(File.ReadAllText(pointer).Trim(), recursive: true);
        }

        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This runs from within the repository.");
        }

        return folder;
    }
}
