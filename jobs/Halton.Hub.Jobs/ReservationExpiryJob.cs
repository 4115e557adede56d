using Halton.Hub.Placement.Reservations;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Takes note of beds that are no longer held, and tells of them; they have been free since their time ran out.</summary>
public sealed class ReservationExpiryJob(ExpireReservation expire) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        context.Report(await expire.Run(context.Caller(), cancellationToken));
}
