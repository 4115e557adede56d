using System.Text.Json;

namespace Halton.Hub.Server;

/// <summary>
/// Everything one hub keeps on disk: <c>hub.lock</c>, <c>hub.pid</c>, <c>hub.json</c>, <c>keys/</c>, <c>audit.anchors</c> and, without an outside
/// database, <c>postgres/</c>. Whatever it creates is readable by its own account alone.
/// </summary>
internal sealed class DataFolder
{
    private const UnixFileMode OwnerFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataFolder(string path) => Path = path;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Where the private keys of generated partners are.</summary>
    public string Keys => In("keys");

    /// <summary>Where the audit's seals are anchored outside the database.</summary>
    public string AuditAnchors => In("audit.anchors");

    /// <summary>Where extracts of capacity are put, unless another folder is named.</summary>
    public string Feeds => In("feeds");

    /// <summary>Opens the folder, creating it when it is not there.</summary>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));
        System.IO.Directory.CreateDirectory(folder.Path, OwnerFolder);
        System.IO.Directory.CreateDirectory(folder.Keys, OwnerFolder);
        return folder;
    }

    /// <summary>A file or folder inside.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Takes the folder for this process, or answers null when another holds it.</summary>
    public FolderLock? TryLock()
    {
        var held = FolderLock.TryTake(In("hub.lock"));
        if (held is not null)
        {
            File.Delete(In("hub.json"));
        }

        return held;
    }

    /// <summary>The process that holds the folder.</summary>
    public int? Holder() => FolderLock.Holder(In("hub.lock"));

    /// <summary>The hub that serves on this folder, or null.</summary>
    public RunningHub? FindHub()
    {
        if (!File.Exists(In("hub.json")))
        {
            return null;
        }

        var hub = JsonSerializer.Deserialize<RunningHub>(File.ReadAllBytes(In("hub.json")));
        return hub?.Pid == Holder() && System.IO.Directory.Exists($"/proc/{hub!.Pid}") ? hub : null;
    }

    /// <summary>Tells the other commands that this process serves.</summary>
    public void Announce(RunningHub hub) => SecretFile.Write(In("hub.json"), JsonSerializer.SerializeToUtf8Bytes(hub));

    /// <summary>Tells the other commands that it serves no longer.</summary>
    public void Withdraw() => File.Delete(In("hub.json"));
}
