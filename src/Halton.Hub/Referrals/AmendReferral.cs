using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// The requester says more, or otherwise, of what is asked, until somebody has seen the person; what is left out stays. The service triages anew when that
/// changes how urgent it is. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, RESPONSE_BEGUN, ETAG_MISMATCH.
/// </summary>
public sealed class AmendReferral(ReferralForChange referrals, CareRules rules, CodeSystems codes, WorkingDays days, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="message">The message that asks for it, if one does.</param>
    public async Task<ReferralState> Run(Call call, Request request, CancellationToken ct, ReceivedMessage? message = null)
    {
        var settings = await rules.Now(ct);
        var (check, now) = (new FieldChecks(), clock.GetUtcNow());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag, message);
        var conditions = request.Conditions.Count == 0 ? null : ReferralLists.Check(check, codes, "conditions", ReferralCodes.Condition, request.Conditions, LondonTime.Day(now));
        var reason = check.OptionalText(request.ReasonText, "reason_text", 2000, lines: true);
        check.That(request.NeededBy is not { } by || by > now, "needed_by", "IN_THE_PAST", "The moment has passed.");
        check.That(conditions is not null || reason is not null || request.NeededBy is not null, "reason_text", "REQUIRED", "Say what has changed.");
        check.Settle();
        return await referrals.Run(call, request, asked, ReferralEvents.Amended, Rule, ct, ReferralParties.Requester, message);

        Task Rule(Save save, Referral referral)
        {
            var care = settings.Service(referral.Service);
            var tier = settings.TierOf(care, referral.Tier);
            var timing = tier.Timing(care.Hours, referral.RequestedAt, referral.AgreedOn, days.IsBankHoliday);
            referral.Amend(conditions, reason, request.NeededBy?.Kept(), timing, save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string? ReferralId, IReadOnlyList<Coding> Conditions, string? ReasonText, DateTimeOffset? NeededBy, string? Etag);
}
