using System.Diagnostics;
using Halton.Hub.Clock;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>What a job says of its firing.</summary>
public static class Firing
{
    /// <summary>The clock as the caller of the job's operation.</summary>
    public static ClockCaller Caller(this IJobExecutionContext context) => new(FencedFirings.Current, Activity.Current?.TraceId.ToHexString() ?? context.FireInstanceId);

    /// <summary>
    /// The moment that the firing stands for, to the second where the timetable fired it. The scheduler runs a dead node's firing again as
    /// scheduled for when it had begun; what it was scheduled for then is in its data.
    /// </summary>
    public static DateTimeOffset Slot(this IJobExecutionContext context) =>
        context.Recovering && context.MergedJobDataMap.TryGetDateTimeOffset(SchedulerConstants.FailedJobOriginalTriggerScheduledFireTime, out var first)
            ? first.ToUniversalTime()
            : context.ScheduledFireTimeUtc ?? context.FireTimeUtc;

    /// <summary>Reports what the run came to.</summary>
    public static void Report(this IJobExecutionContext context, RunCounts counts) => context.Result = counts;
}
