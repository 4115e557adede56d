using Halton.Hub.Referrals;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>Says that a referral's time runs out, that it is out, and that a follow-up falls due.</summary>
public sealed class ReferralClockJob(TellReferralClocks clocks) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await clocks.Run(context.Caller(), cancellationToken));
}
