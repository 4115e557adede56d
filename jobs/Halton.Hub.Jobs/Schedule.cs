using Halton.Hub.Clock;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>The whole timetable.</summary>
public static class Schedule
{
    private static readonly (Type Job, TimeSpan Every)[] Timetable =
    [
        (typeof(AuditSealJob), TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Adds the clock to a node.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="connection">The serving account's connection; the timetable is kept in the same database.</param>
    /// <param name="more">Jobs beside the timetable.</param>
    public static IServiceCollection AddTo(IServiceCollection services, string connection, params IEnumerable<(Type Job, TimeSpan Every)> more)
    {
        services.AddSingleton<Fences>();
        services.AddQuartz(quartz =>
        {
            ClockStore.UseIn(quartz, connection);
            quartz.AddJobMiddleware<FencedFirings>();
            foreach (var (job, every) in Timetable.Concat(more))
            {
                quartz.AddJob(job, (IJobConfigurator<IJob> detail) => detail.WithIdentity(job.Name).RequestRecovery());
                quartz.AddTrigger(trigger => trigger.ForJob(job.Name).WithIdentity(job.Name).StartNow().WithSimpleSchedule(s =>
                    s.WithInterval(every).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            }
        });
        return services.AddQuartzHostedService(clock => clock.WaitForJobsToComplete = true);
    }
}
