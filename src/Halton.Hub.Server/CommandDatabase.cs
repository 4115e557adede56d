using Halton.Hub.Data;
using Halton.Hub.Server.Postgres;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Server;

/// <summary>
/// The database behind a command that is not <c>run</c>: the one named, else that of the hub that serves on the data folder, else the
/// folder's private cluster, started for this command and stopped after it.
/// </summary>
internal sealed class CommandDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FolderLock? held;
    private readonly PrivateCluster? cluster;

    private CommandDatabase(string ownerConnection, FolderLock? held = null, PrivateCluster? cluster = null)
    {
        OwnerConnection = ownerConnection;
        this.held = held;
        this.cluster = cluster;
    }

    /// <summary>How to reach it as the owner.</summary>
    public string OwnerConnection { get; }

    /// <summary>Finds or starts it. A cluster started here has the hub's tables.</summary>
    public static async Task<CommandDatabase> Open(DataFolder folder, string? named, CancellationToken ct)
    {
        if (named is not null)
        {
            return new CommandDatabase(named);
        }

        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            if (folder.FindHub() is { } hub)
            {
                return new CommandDatabase(hub.OwnerConnection);
            }

            if (folder.TryLock() is { } taken)
            {
                return await Own(folder, taken, ct);
            }

            // Another command is at work here, or a hub is about to serve.
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }

        throw new StartRefused($"The data folder {folder.Path} is in use by process {folder.Holder()}, which is not serving. Try again when it is done.");
    }

    /// <summary>A session with the hub's tables, as the owner.</summary>
    public HubDb Session() => new(HubDbDesign.Options().UseNpgsql(OwnerConnection).Options);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.Stop();
        }

        held?.Dispose();
    }

    private static async Task<CommandDatabase> Own(DataFolder folder, FolderLock taken, CancellationToken ct)
    {
        var database = default(CommandDatabase);
        try
        {
            var cluster = await PrivateCluster.Start(folder, ct);
            database = new CommandDatabase(cluster.OwnerConnection, taken, cluster);
            await HubDatabase.BringUpToDate(cluster.OwnerConnection, ct);
            return database;
        }
        catch
        {
            await (database?.DisposeAsync() ?? default);
            taken.Dispose();
            throw;
        }
    }
}
