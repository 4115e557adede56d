using Halton.Hub.Insight;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Counts the indicators of today, of days that may still change, and of days that were never counted, and keeps them.</summary>
public sealed class KpiSnapshotJob(CountKpis count) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await count.Run(context.Caller(), cancellationToken));
}
