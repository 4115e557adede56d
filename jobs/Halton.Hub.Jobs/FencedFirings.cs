using Halton.Hub.Clock;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Puts every firing of every job behind a fence of its own; one that is done already is passed over.</summary>
public sealed class FencedFirings(Fences fences) : IJobExecutionMiddleware
{
    private static readonly AsyncLocal<Fence?> Running = new();

    /// <summary>The fence of the firing that runs here.</summary>
    public static Fence Current => Running.Value ?? throw new InvalidOperationException("No firing runs here.");

    /// <inheritdoc />
    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken)
    {
        var slot = context.ScheduledFireTimeUtc ?? context.FireTimeUtc;
        var fence = await fences.Take(context.JobDetail.Key.Name, slot, context.Scheduler.SchedulerInstanceId, cancellationToken);
        if (fence is null)
        {
            context.Result = JobRunReport.Skipped("This firing was done before.");
            return;
        }

        Running.Value = fence;
        await next(context, cancellationToken);
        await fences.End(fence, cancellationToken);
    }
}
