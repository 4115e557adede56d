using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// Where a person is, some time after the service began: the share who are still at home 91 days on is a measure of reablement. Faults:
/// REFERRAL_NOT_FOUND, NOT_COMPLETED, NO_FOLLOW_UP, FOLLOW_UP_RECORDED, FOLLOW_UP_NOT_DUE, ETAG_MISMATCH.
/// </summary>
public sealed class RecordFollowUp(ReferralForChange referrals, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var outcome = codes.Check(check, "outcome", ReferralCodes.FollowUpOutcome, request.Outcome, today, required: true)?.Code ?? "";
        var on = check.PastDay(request.FollowedUpOn, "followed_up_on", today);
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.FollowedUp, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            referral.FollowUp(outcome, on, save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, Coding? Outcome, string? FollowedUpOn, string Etag);
}
