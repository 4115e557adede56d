using Halton.Hub.Audit;
using Halton.Hub.Clock;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Seals what the audit holds. Any number of nodes may tick at once: the operation lets one seal at a time.</summary>
public sealed class AuditSealJob(SealAudit seal) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        long rows, all = 0;
        do
        {
            all += rows = await seal.Run(cancellationToken);
        }
        while (rows == SealAudit.FullBlock); // More than a block was waiting.

        context.Report(RunCounts.Of(("rows sealed", all)));
    }
}
