using Halton.Hub.Clock;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Where the timetables are kept: the scheduler's own tables in the schema <c>clock</c>, shared by all nodes.</summary>
public static class ClockStore
{
    /// <summary>Makes what is missing of the scheduler's tables. They belong to <c>hub_owner</c>; the serving account may use them.</summary>
    /// <param name="ownerConnection">The account that migrates.</param>
    /// <param name="ct">Ends it early.</param>
    public static Task Provision(string ownerConnection, CancellationToken ct) => ClockTables.Provide(ownerConnection, owner => Make(owner, ct), ct);

    private static async Task Make(string owner, CancellationToken ct)
    {
        // Under a name of its own: it must not take part in a timetable.
        await using var services = new ServiceCollection().AddLogging().AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "halton-hub-provision");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(owner);
                store.ProvisionSchema();
                store.ConfigureStore(options => options.TablePrefix = ClockTables.Prefix);
            });
        }).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }
}
