using System.Diagnostics;
using System.Globalization;

namespace Halton.Hub.Server.Postgres;

/// <summary>
/// A PostgreSQL server of the hub's own, reached through a Unix socket that only its account and root can open. It outlives a killed hub
/// and is taken over by the next one; a hub that ends in order stops it. While a hub serves, <see cref="ClusterKeeper"/> starts it again
/// when it has died.
/// </summary>
internal sealed class PrivateCluster
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ServerPrograms programs;
    private readonly DatabaseAccount? account;
    private readonly ClusterFolder folder;

    private PrivateCluster(ServerPrograms programs, DatabaseAccount? account, ClusterFolder folder, string socketFolder)
    {
        this.programs = programs;
        this.account = account;
        this.folder = folder;
        SocketFolder = socketFolder;
    }

    /// <summary>How to reach the database <c>hub</c> as its superuser.</summary>
    public string OwnerConnection => $"Host={SocketFolder};Username=postgres;Database=hub";

    /// <summary>Whether its server lives, be it still starting.</summary>
    public bool IsAlive => Postmaster.Of(folder.Data) is not null;

    private string SocketFolder { get; }

    /// <summary>Makes the cluster when there is none, starts its server unless one is alive, and waits until it answers.</summary>
    public static async Task<PrivateCluster> Start(DataFolder data, CancellationToken ct)
    {
        var account = DatabaseAccount.Needed();
        var folder = await ClusterFolder.Place(data, account, ct);
        var programs = await ServerPrograms.Find(Version(folder), ct);
        if (!System.IO.Directory.Exists(folder.Data))
        {
            await NewCluster.Make(programs, account, folder, ct);
        }

        var socket = await Server(programs, account, folder, null, ct);
        var cluster = new PrivateCluster(programs, account, folder, socket);
        if (ct.IsCancellationRequested)
        {
            await cluster.Stop();
            ct.ThrowIfCancellationRequested();
        }

        return cluster;
    }

    /// <summary>Starts a server that has died again, on the same socket, and waits until it answers.</summary>
    public Task Revive(CancellationToken ct) => Server(programs, account, folder, SocketFolder, ct);

    /// <summary>Ends every session and stops the server.</summary>
    public async Task Stop()
    {
        string[] stop = [programs["pg_ctl"], "stop", "-D", folder.Data, "-m", "fast", "-t", ((int)Patience.TotalSeconds).ToString(CultureInfo.InvariantCulture)];
        var (code, output) = await OutsideProgram.Run(DatabaseAccount.As(account, stop), CancellationToken.None);
        if (code != 0 && Postmaster.Of(folder.Data) is not null)
        {
            throw new IOException($"The database did not stop: {output}");
        }

        if (!SocketFolder.StartsWith(folder.Root, StringComparison.Ordinal) && System.IO.Directory.Exists(SocketFolder))
        {
            System.IO.Directory.Delete(SocketFolder, recursive: true);
        }
    }

    private static int? Version(ClusterFolder folder) =>
        System.IO.Directory.Exists(folder.Data) ? int.Parse(File.ReadAllText(Path.Combine(folder.Data, "PG_VERSION")), CultureInfo.InvariantCulture) : null;

    private static async Task<string> Server(ServerPrograms programs, DatabaseAccount? account, ClusterFolder folder, string? socketFolder, CancellationToken ct)
    {
        // A killed server's workers can hold its memory for a moment, and until they are gone a new server refuses to start.
        var crashed = File.Exists(Path.Combine(folder.Data, "postmaster.pid")) && Postmaster.Of(folder.Data) is null;
        var waited = Stopwatch.StartNew();
        Process? started = null;
        while (waited.Elapsed < Patience)
        {
            if (Postmaster.Of(folder.Data) is { } server)
            {
                if (server.IsReady || ct.IsCancellationRequested)
                {
                    return server.SocketFolder;
                }
            }
            else if (started is null || (started.HasExited && crashed))
            {
                started?.Dispose();
                started = OutsideProgram.Start(await StartWords(programs, account, folder, socketFolder, ct));
            }
            else if (started.HasExited)
            {
                break;
            }

            // Not cut short: a server that has been sent on its way must be known before it can be stopped.
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }

        var last = File.Exists(folder.Log) ? string.Join(" / ", File.ReadLines(folder.Log).TakeLast(3)) : "nothing";
        throw new StartRefused($"The private PostgreSQL server did not start. The end of its log, {folder.Log}: {last}");
    }

    private static async Task<string[]> StartWords(
        ServerPrograms programs, DatabaseAccount? account, ClusterFolder folder, string? socketFolder, CancellationToken ct)
    {
        await NewCluster.Settle(account, folder.Data, ct);
        var socket = socketFolder ?? await folder.MakeSocketFolder(account, ct);

        // A session of its own and no inherited output: a signal to the hub's terminal does not reach it, and whoever reads the hub's
        // output sees its end when the hub ends.
        return DatabaseAccount.As(
            account,
            "/bin/sh", "-c", "umask 077; log=$1; shift; exec setsid \"$@\" </dev/null >>\"$log\" 2>&1", "sh", folder.Log,
            programs["postgres"], "-D", folder.Data, "-k", socket, "-p", "5432");
    }
}
