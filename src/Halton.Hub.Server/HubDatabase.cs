using Halton.Hub.Data;
using Halton.Hub.Jobs;

namespace Halton.Hub.Server;

/// <summary>Everything that a database needs before a hub of this version can run on it.</summary>
internal static class HubDatabase
{
    /// <summary>Migrates, and makes the clock's tables. Does nothing, fast, when there is nothing to do.</summary>
    public static async Task BringUpToDate(string ownerConnection, CancellationToken ct)
    {
        await Migrator.Migrate(ownerConnection, ct);
        await ClockStore.Provision(ownerConnection, ct);
    }
}
