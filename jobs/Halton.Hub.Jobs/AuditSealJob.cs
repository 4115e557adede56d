using Halton.Hub.Audit;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Seals what the audit holds. Any number of nodes may tick at once: the operation lets one seal at a time.</summary>
public sealed class AuditSealJob(SealAudit seal) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (await seal.Run(cancellationToken) == SealAudit.FullBlock)
        {
            // More than a block was waiting.
        }
    }
}
