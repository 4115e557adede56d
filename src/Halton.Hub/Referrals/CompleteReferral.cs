using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// Ends a referral with an outcome; the follow-up falls due as the tier has it, counted from the first contact. Faults: REFERRAL_NOT_FOUND,
/// REFERRAL_ENDED, NOT_ACCEPTED, NO_CONTACT_YET, ETAG_MISMATCH.
/// </summary>
public sealed class CompleteReferral(ReferralForChange referrals, CareRules rules, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public async Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var settings = await rules.Now(ct);
        var check = new FieldChecks();
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var outcome = codes.Check(check, "outcome", ReferralCodes.Outcome, request.Outcome, clock.Today(), required: true)?.Code ?? "";
        var text = check.OptionalText(request.Text, "text", 500, lines: true);
        check.Settle();
        return await referrals.Run(call, request, asked, ReferralEvents.Completed, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            referral.Complete(outcome, text, settings.Tiers.GetValueOrDefault(referral.Tier)?.FollowUpDue(referral.FirstContactAt), save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, Coding? Outcome, string? Text, string Etag);
}
