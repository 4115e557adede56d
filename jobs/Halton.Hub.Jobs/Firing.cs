using System.Diagnostics;
using Halton.Hub.Clock;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>What a job says of its firing.</summary>
public static class Firing
{
    /// <summary>The clock as the caller of the job's operation.</summary>
    public static ClockCaller Caller(this IJobExecutionContext context) => new(FencedFirings.Current, Activity.Current?.TraceId.ToHexString() ?? context.FireInstanceId);

    /// <summary>Reports what the run came to.</summary>
    public static void Report(this IJobExecutionContext context, RunCounts counts) => context.Result = counts;
}
