using Halton.Hub.Jobs;
using Quartz;

namespace Halton.Hub.Tests.Clock;

/// <summary>A job that does what the test says.</summary>
public sealed class WorkJob(Work work) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await work.Do(context.Caller()));
}
