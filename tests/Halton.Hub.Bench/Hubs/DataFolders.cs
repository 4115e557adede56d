using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Hubs;

/// <summary>The benchmark's data folders: those by scale are kept for the next time, the one of the first start is not.</summary>
internal static class DataFolders
{
    /// <summary>A folder seeded to a scale.</summary>
    public static Task<string> Seeded(BenchOptions options, int scale, CancellationToken ct) => Seeded(options, $"scale-{scale}", scale, ct);

    /// <summary>A folder of a name of its own, seeded to a scale.</summary>
    public static async Task<string> Seeded(BenchOptions options, string name, int scale, CancellationToken ct)
    {
        var folder = options.Folder(name);
        Progress.Say($"data of scale {scale} in {folder}; made once");
        await ChildProcess.Run(options.Server, ["seed", "--data", folder, "--scale", $"{scale}"], ct);
        return folder;
    }

    /// <summary>A folder that does not exist yet.</summary>
    public static string Fresh(BenchOptions options) => options.Folder($"first-{Guid.CreateVersion7():N}");

    /// <summary>Removes a folder of <see cref="Fresh"/>, wherever its database lies; its hub has stopped.</summary>
    public static void Remove(string folder)
    {
        var pointer = Path.Combine(folder, "postgres.folder");
        foreach (var part in new[] { File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : null, folder })
        {
            if (part is not null && System.IO.Directory.Exists(part))
            {
                System.IO.Directory.Delete(part, recursive: true);
            }
        }
    }
}
