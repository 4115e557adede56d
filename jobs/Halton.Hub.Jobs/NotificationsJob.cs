using Halton.Hub.Clock;
using Halton.Hub.Notices;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Puts what has happened into the lines of partners that want to hear of it, and sends what stands there.</summary>
public sealed class NotificationsJob(LineUpNotices lineUp, SendNotices send) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var clock = context.Caller();
        RunCounts[] counts = [await lineUp.Run(clock, cancellationToken), await send.Run(clock, cancellationToken)];
        context.Report(RunCounts.Of(counts.SelectMany(c => c.Named.Select(pair => (pair.Key, pair.Value)))));
    }
}
