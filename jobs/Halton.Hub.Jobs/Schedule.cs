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
    public static IServiceCollection AddTo(IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var (job, every) in Timetable)
            {
                quartz.AddJob(job, (IJobConfigurator<IJob> detail) => detail.WithIdentity(job.Name));
                quartz.AddTrigger(trigger => trigger.ForJob(job.Name).StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()));
            }
        });
        return services.AddQuartzHostedService(clock => clock.WaitForJobsToComplete = true);
    }
}
