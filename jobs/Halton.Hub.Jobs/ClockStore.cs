using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Where the timetable is kept: the scheduler's own tables in the schema <c>clock</c>, shared by all nodes.</summary>
public static class ClockStore
{
    /// <summary>Begins the names of the scheduler's tables.</summary>
    internal const string Prefix = "clock.qrtz_";

    private const string Settle = """
        do $$ declare t text; begin
            for t in select tablename from pg_tables where schemaname = 'clock' and tablename like 'qrtz%' loop
                execute format('comment on table clock.%I is %L', t, 'not about a person: the scheduler''s own');
            end loop;
        end $$;
        insert into clock.qrtz_locks (sched_name, lock_name) values ('halton-hub', 'TRIGGER_ACCESS'), ('halton-hub', 'STATE_ACCESS') on conflict do nothing
        """;

    /// <summary>Makes what is missing of the scheduler's tables. They belong to <c>hub_owner</c>; the serving account may use them.</summary>
    /// <param name="ownerConnection">The account that migrates.</param>
    /// <param name="ct">Ends it early.</param>
    public static async Task Provision(string ownerConnection, CancellationToken ct)
    {
        var owner = new NpgsqlConnectionStringBuilder(ownerConnection) { Options = "-c role=hub_owner", Pooling = false }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(owner);
        await using var there = source.CreateCommand("select to_regclass('clock.qrtz_job_status') is not null");
        if (await there.ExecuteScalarAsync(ct) is true)
        {
            return;
        }

        // Under a name of its own: it must not take part in the timetable.
        await using var services = new ServiceCollection().AddLogging().AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "halton-hub-provision");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(owner);
                store.ProvisionSchema();
                store.ConfigureStore(options => options.TablePrefix = Prefix);
            });
        }).BuildServiceProvider();
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
        await using var settle = source.CreateCommand(Settle);
        await settle.ExecuteNonQueryAsync(ct);
    }
}
