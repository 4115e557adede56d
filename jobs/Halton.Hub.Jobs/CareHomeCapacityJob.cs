using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Capacity.Feeds;
using Halton.Hub.Clock;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Takes the extracts of capacity that have come, tells of numbers that have gone stale, and asks for monthly returns that are due.</summary>
public sealed class CareHomeCapacityJob(TakeCapacityFeeds take, MarkStaleCapacity mark, ChaseReturns chase) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var clock = context.Caller();
        RunCounts[] counts = [await mark.Run(clock, cancellationToken), await chase.Run(clock, cancellationToken), await take.Run(clock, cancellationToken)];
        context.Report(RunCounts.Of(counts.SelectMany(c => c.Named.Select(pair => (pair.Key, pair.Value)))));
    }
}
