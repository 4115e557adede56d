using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>A referral is not needed any more, as its requester or its service says. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, ETAG_MISMATCH.</summary>
public sealed class CancelReferral(ReferralForChange referrals, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="message">The message that asks for it, if one does.</param>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct, ReceivedMessage? message = null)
    {
        var check = new FieldChecks();
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag, message);
        var reason = codes.Check(check, "reason", ReferralCodes.CancelReason, request.Reason, clock.Today(), required: true)?.Code ?? "";
        var text = check.OptionalText(request.Text, "text", 500, lines: true);
        check.That(reason != ReferralCodes.OtherCancellation || text is not null, "text", "REQUIRED", "Reason 13 (other) needs words.");
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.Cancelled, Rule, ct, ReferralParties.Both, message);

        Task Rule(Save save, Referral referral)
        {
            referral.Cancel(reason, text, save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string? ReferralId, Coding? Reason, string? Text, string? Etag);
}
