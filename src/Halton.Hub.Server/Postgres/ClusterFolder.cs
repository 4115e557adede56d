namespace Halton.Hub.Server.Postgres;

/// <summary>
/// Where a private cluster lies: <c>postgres/</c> in the data folder. When the database's account cannot pass through the folders above
/// (a data folder below /root, for example), it lies in /var/lib/halton-hub instead, and <c>postgres.folder</c> in the data folder says where.
/// </summary>
internal sealed class ClusterFolder
{
    private const string Elsewhere = "/var/lib/halton-hub";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // A socket's path may have 107 bytes, and the socket's own name takes some of them.
    private const int LongestSocketFolder = 107 - 16;

    private ClusterFolder(string root) => Root = root;

    /// <summary>The folder that belongs to the database's account.</summary>
    public string Root { get; }

    /// <summary>PostgreSQL's own data folder.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Root, "server.log");

    /// <summary>Finds or makes the place.</summary>
    public static async Task<ClusterFolder> Place(DataFolder folder, DatabaseAccount? account, CancellationToken ct)
    {
        var pointer = folder.In("postgres.folder");
        var place = new ClusterFolder(File.Exists(pointer) ? File.ReadAllText(pointer).Trim() : folder.In("postgres"));
        if (System.IO.Directory.Exists(place.Data))
        {
            return place;
        }

        if (account is not null && !File.Exists(pointer) && !await CanPass(folder.Path, account, ct))
        {
            System.IO.Directory.CreateDirectory(Elsewhere, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            place = new ClusterFolder(Path.Combine(Elsewhere, Guid.CreateVersion7().ToString("N")));
            File.WriteAllText(pointer, place.Root + "\n");
        }

        await MakeOwned(place.Root, account, ct);
        return place;
    }

    /// <summary>A folder for the next server's socket; a fresh one with a short name when the usual one's path is too long.</summary>
    public async Task<string> MakeSocketFolder(DatabaseAccount? account, CancellationToken ct)
    {
        var folder = Path.Combine(Root, "socket");
        if (System.Text.Encoding.UTF8.GetByteCount(folder) <= LongestSocketFolder)
        {
            // Made by the account itself: what root does inside a folder of another account can be led astray by that account.
            await OutsideProgram.Demand(DatabaseAccount.As(account, "mkdir", "-p", "-m", "700", folder), ct);
            return folder;
        }

        // Fresh and random, so that nobody can lie in wait in a folder that everybody may write.
        folder = System.IO.Directory.CreateTempSubdirectory("halton-hub-").FullName;
        await MakeOwned(folder, account, ct);
        return folder;
    }

    private static async Task<bool> CanPass(string folder, DatabaseAccount account, CancellationToken ct)
    {
        var test = DatabaseAccount.As(account, "test", "-x", folder);
        if ((await OutsideProgram.Run(test, ct)).Code == 0)
        {
            return true;
        }

        if (File.GetUnixFileMode(folder) == OwnerOnly)
        {
            // Passing through is all that the account's group gets: nothing can be listed, and no file inside is the group's to read.
            await Owner($":{account.Gid}", folder, ct);
            File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.GroupExecute);
        }

        return (await OutsideProgram.Run(test, ct)).Code == 0;
    }

    private static async Task MakeOwned(string folder, DatabaseAccount? account, CancellationToken ct)
    {
        System.IO.Directory.CreateDirectory(folder, OwnerOnly);
        if (account is not null)
        {
            await Owner($"{account.Uid}:{account.Gid}", folder, ct);
        }
    }

    private static Task Owner(string owner, string folder, CancellationToken ct) => OutsideProgram.Demand(["chown", "-h", owner, folder], ct);
}
