namespace Halton.Hub.Server;

/// <summary>A file that its owner alone can read and that appears whole or not at all.</summary>
internal static class SecretFile
{
    /// <summary>Writes it, replacing what was there.</summary>
    public static void Write(string path, byte[] content)
    {
        Prepare(path, content);
        Commit(path);
    }

    /// <summary>Puts the content beside the file, on disk, without replacing it yet.</summary>
    public static void Prepare(string path, byte[] content)
    {
        File.Delete(Waiting(path));
        using var file = new FileStream(Waiting(path), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Replaces the file by what was prepared.</summary>
    public static void Commit(string path) => File.Move(Waiting(path), path, overwrite: true);

    /// <summary>Drops what was prepared.</summary>
    public static void Abandon(string path) => File.Delete(Waiting(path));

    private static string Waiting(string path) => path + ".new";
}
