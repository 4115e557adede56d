namespace Halton.Hub.Server.Postgres;

/// <summary>Makes a cluster with an empty database <c>hub</c>; it is there whole or not at all.</summary>
internal static class NewCluster
{
    private const string SettingsFile = "hub.conf";

    /// <summary>Writes the hub's settings, beside PostgreSQL's own.</summary>
    public static async Task Settle(DatabaseAccount? account, string dataFolder, CancellationToken ct)
    {
        using var text = new StreamReader(typeof(NewCluster).Assembly.GetManifestResourceStream(SettingsFile)!);
        await Write(account, Path.Combine(dataFolder, SettingsFile), await text.ReadToEndAsync(ct), ct);
    }

    /// <summary>Makes it beside its final place and moves it there.</summary>
    public static async Task Make(ServerPrograms programs, DatabaseAccount? account, ClusterFolder folder, CancellationToken ct)
    {
        // A name of its own: the initdb of a hub that was killed may still be writing under the name it was given.
        var making = Path.Combine(folder.Root, "new-" + Guid.CreateVersion7().ToString("N"));
        await Demand(
            [programs["initdb"], "-D", making, "--username=postgres", "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync", "--no-instructions"]);
        await Demand([programs["postgres"], "--single", "-j", "-D", making, "postgres"], "CREATE DATABASE hub;\n\n");
        await Write(account, Path.Combine(making, "postgresql.conf"), $"include '{SettingsFile}'\n", ct);
        await Demand([programs["initdb"], "--sync-only", "-D", making]);
        await Demand(["mv", "-T", making, folder.Data]);
        await OutsideProgram.Run(DatabaseAccount.As(account, "/bin/sh", "-c", "rm -rf \"$1\"/new-*", "sh", folder.Root), ct);

        Task Demand(string[] words, string input = "") => OutsideProgram.Demand(DatabaseAccount.As(account, words), ct, input);
    }

    private static Task Write(DatabaseAccount? account, string path, string content, CancellationToken ct) =>
        OutsideProgram.Demand(DatabaseAccount.As(account, "/bin/sh", "-c", "umask 077; cat >\"$1\"", "sh", path), ct, content);
}
