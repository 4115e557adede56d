using Halton.Hub.Clock;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Firings of the clock's jobs, for tests that call a job's operation themselves.</summary>
public static class Firings
{
    private static int made;

    /// <summary>
    /// The clock as the caller of a firing of a job, each at a slot of its own. The job will see all that was committed before: who follows the log waits for older
    /// transactions of the whole server, and other tests have some.
    /// </summary>
    public static async Task<ClockCaller> Firing(this HubUnderTest hub, string job)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var newest = await hub.Value<string>("select pg_current_xact_id()::text");
        await Poll.Until(() => hub.Value<bool>("select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8", newest), "An older transaction of the server does not end.");
        var fences = new Fences(hub.Services.GetRequiredService<NpgsqlDataSource>());
        var slot = TimeProvider.System.GetUtcNow().AddSeconds(Interlocked.Increment(ref made));
        return new ClockCaller((await fences.Take(job, slot, "test", recovering: false, CancellationToken.None))!, "test");
    }
}
