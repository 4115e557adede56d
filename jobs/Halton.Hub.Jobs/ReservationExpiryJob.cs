using Halton.Hub.Clock;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Placement.Reservations;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Takes note of beds that are no longer held and of offers that were not answered in time; they ended when their time ran out.</summary>
public sealed class ReservationExpiryJob(ExpireOffers offers, ExpireReservation reservations) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var clock = context.Caller();
        RunCounts[] counts = [await offers.Run(clock, cancellationToken), await reservations.Run(clock, cancellationToken)];
        context.Report(RunCounts.Of(counts.SelectMany(c => c.Named.Select(pair => (pair.Key, pair.Value)))));
    }
}
