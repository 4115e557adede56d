using Halton.Hub.Discharge;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Says that the time for an assessment to begin, or for a person to leave, runs out, and that it is out.</summary>
public sealed class AssessmentClockJob(TellDischargeClocks clocks) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await clocks.Run(context.Caller(), cancellationToken));
}
