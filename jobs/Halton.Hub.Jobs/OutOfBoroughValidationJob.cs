using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Looks again at every validation of a home outside its council's area that something has happened to, and at each once a day.</summary>
public sealed class OutOfBoroughValidationJob(RevalidateOutOfBorough revalidate) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Report(await revalidate.Run(context.Caller(), cancellationToken));
}
