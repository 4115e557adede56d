using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>The service does not take a referral. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, ALREADY_ACCEPTED, ETAG_MISMATCH.</summary>
public sealed class RejectReferral(ReferralForChange referrals, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var (reason, text) = Why(check, codes, request.Reason, request.Text, clock.Today());
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.Rejected, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            referral.Reject(reason, text, save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>Why a service does not go on with a referral; "other" needs words.</summary>
    internal static (string Reason, string? Text) Why(FieldChecks check, CodeSystems codes, Coding? given, string? words, DateOnly day)
    {
        var reason = codes.Check(check, "reason", ReferralCodes.RejectionReason, given, day, required: true)?.Code ?? "";
        var text = check.OptionalText(words, "text", 500, lines: true);
        check.That(reason != ReferralCodes.OtherRejection || text is not null, "text", "REQUIRED", "Reason 99 (other) needs words.");
        return (reason, text);
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, Coding? Reason, string? Text, string Etag);
}
