using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Tells councils of annual reviews that come, and of those that were not held in time.</summary>
public sealed class PlacementReviewsJob(RemindReviews remind) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Report(await remind.Run(context.Caller(), cancellationToken));
}
