using Halton.Hub.CareHomes.Cqc;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Follows what CQC says of care homes, in the night and every six hours.</summary>
public sealed class CqcDirectorySyncJob(SyncCqcDirectory sync) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await sync.Run(context.Caller(), cancellationToken));
}
