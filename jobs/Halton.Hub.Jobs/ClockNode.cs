using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>One node of a clock: several on one database share a timetable, and each firing runs on one of them.</summary>
public static class ClockNode
{
    /// <summary>How often a node says that it lives, and how long after that the others wait before they take over.</summary>
    private static readonly (TimeSpan Every, TimeSpan Patience) CheckIn = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));

    /// <summary>Adds it.</summary>
    /// <param name="services">The node's services; a data source of the same database is among them.</param>
    /// <param name="name">The clock's name; nodes of one name work together.</param>
    /// <param name="connection">The database that keeps the timetable.</param>
    /// <param name="timetable">What fires when.</param>
    /// <param name="fenced">Whether firings stand behind fences. Without them a node that was paused writes what another has written.</param>
    public static void AddTo(IServiceCollection services, string name, string connection, IReadOnlyList<Timed> timetable, bool fenced = true)
    {
        services.AddSingleton<Fences>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.DefaultTimeZone) = (name, LondonTime.Zone));
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(connection);
                store.ConfigureStore(options => (options.TablePrefix, options.StoreJobDataAsStrings, options.MisfireThreshold) = (ClockTables.Prefix, true, TimeSpan.FromSeconds(5)));
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = CheckIn);
                store.UseExecutionHistory();
            });
            if (fenced)
            {
                quartz.AddJobMiddleware<FencedFirings>();
            }

            foreach (var line in timetable)
            {
                Add(quartz, line);
            }
        });

        // A node that starts must not put the others' next firing off: what is there stays, and another time has another trigger.
        services.Configure<QuartzOptions>(options => (options.Scheduling.OverwriteExistingData, options.Scheduling.IgnoreDuplicates) = (false, true));
    }

    private static void Add(IQuartzBuilder quartz, Timed line)
    {
        quartz.AddJob(line.Job, (IJobConfigurator<IJob> detail) => detail.WithIdentity(line.Job.Name).RequestRecovery());
        quartz.AddTrigger(trigger => trigger.ForJob(line.Job.Name).WithIdentity($"{line.Job.Name} {line.Cron}").WithCronSchedule(
            line.Cron, cron => cron.WithMisfireInstruction(line.CatchUp ? CronTriggerMisfireInstruction.IgnoreMisfires : CronTriggerMisfireInstruction.DoNothing)));
    }
}
