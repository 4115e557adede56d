using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>The service takes a triaged referral. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, NOT_TRIAGED, EXCLUDED, ALREADY_ACCEPTED, ETAG_MISMATCH.</summary>
public sealed class AcceptReferral(ReferralForChange referrals)
{
    /// <summary>Runs it once.</summary>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.Accepted, Rule, ct);

        static Task Rule(Save save, Referral referral)
        {
            referral.Accept(save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, string Etag);
}
