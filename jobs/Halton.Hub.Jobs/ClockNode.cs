using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>One node of a clock: several on one database share a timetable, and each firing runs on one of them.</summary>
public static class ClockNode
{
    /// <summary>How often a node says that it lives, and how long after that the others wait before they take over.</summary>
    private static readonly (TimeSpan Every, TimeSpan Patience) CheckIn = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    /// <summary>How late a firing of the timetable may be before the job's rule for missed firings holds.</summary>
    private static readonly TimeSpan Missed = TimeSpan.FromSeconds(5);

    /// <summary>The same for what a dead node left: older than a node's death takes to be seen, or it would wait for the next sweep.</summary>
    private static readonly TimeSpan DeadNodesFirings = TimeSpan.FromSeconds(30);

    /// <summary>Adds it.</summary>
    /// <param name="services">The node's services; a data source of the same database is among them.</param>
    /// <param name="timetable">What fires when; nodes of one timetable work together.</param>
    /// <param name="connection">The database that keeps the timetable.</param>
    /// <param name="fenced">Whether firings stand behind fences. Without them a node that was paused writes what another has written.</param>
    public static void AddTo(IServiceCollection services, Timetable timetable, string connection, bool fenced = true)
    {
        AddFences(services, timetable);
        services.AddSingleton<Timetables>();

        // Before the scheduler, which finds its lock rows in place.
        services.AddHostedService<TimetableKeeper>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.DefaultTimeZone) = (timetable.Name, LondonTime.Zone));
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(ClockTables.AsScheduler(connection));
                store.ConfigureStore(options =>
                {
                    (options.TablePrefix, options.StoreJobDataAsStrings) = (ClockTables.Prefix, true);
                    (options.MisfireThreshold, options.MisfireHandlerFrequency) = (DeadNodesFirings, CheckIn.Every);
                });
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = CheckIn);
            });
            if (fenced)
            {
                quartz.AddJobMiddleware<FencedFirings>();
            }

            foreach (var line in timetable.Lines)
            {
                Add(quartz, line);
            }
        });

        // A node that starts must not put the others' next firing off: what is there stays.
        services.Configure<QuartzOptions>(options => (options.Scheduling.OverwriteExistingData, options.Scheduling.IgnoreDuplicates) = (false, true));
        services.AddQuartzHostedService(clock => clock.WaitForJobsToComplete = true);
    }

    /// <summary>Adds what a firing needs to stand behind a fence.</summary>
    internal static void AddFences(IServiceCollection services, Timetable timetable)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(timetable);
        services.AddSingleton<Fences>();
        services.AddSingleton<JobMetrics>();
    }

    private static void Add(IQuartzBuilder quartz, Timed line)
    {
        quartz.AddJob(line.Job, (IJobConfigurator<IJob> detail) => detail.WithIdentity(line.Name).RequestRecovery());
        quartz.AddTrigger(trigger => trigger.ForJob(line.Name).WithIdentity(line.Name).WithMisfireThreshold(Missed).WithCronSchedule(
            line.Cron, cron => cron.WithMisfireInstruction(line.CatchUp ? CronTriggerMisfireInstruction.IgnoreMisfires : CronTriggerMisfireInstruction.DoNothing)));
    }
}
