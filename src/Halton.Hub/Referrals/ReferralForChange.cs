using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Referrals;

/// <summary>Changes a referral: loads it for its performer, locked, lets one rule run, tells of it, and answers with what that party may see.</summary>
public sealed class ReferralForChange(OneSave saves)
{
    private const string Locked = "select r.* from referrals.referral r where r.id = {0} and {1} = r.performer for update of r";
    private const string LockedForParties = "select r.* from referrals.referral r where r.id = {0} and {1} in (r.performer, r.requester) for update of r";

    /// <summary>Runs a change of one referral. Faults: REFERRAL_NOT_FOUND, ETAG_MISMATCH.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">The request.</param>
    /// <param name="asked">What every change names.</param>
    /// <param name="kind">What is told.</param>
    /// <param name="rule">Changes the referral, or throws a fault.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="requesterToo">Whether the requester may do it too.</param>
    public Task<ReferralState> Run<TRequest>(Call call, TRequest request, Asked asked, string kind, Func<Save, Referral, Task> rule, CancellationToken ct, bool requesterToo = false) =>
        saves.Run(
            call,
            asked.RequestId,
            request,
            async save =>
            {
                var found = await save.Db.Set<Referral>().FromSqlRaw(requesterToo ? LockedForParties : Locked, asked.ReferralId, save.Organization).ToListAsync(ct);
                var referral = found is [var one] ? one : throw ReferralFaults.NotFound();
                if (referral.Etag != asked.Etag)
                {
                    throw Fault.StaleEtag(referral.Etag);
                }

                await rule(save, referral);
                DemandBounded(referral.History);
                save.Tell(kind, referral);
                return ReferralState.Of(referral).InFull(referral.Patient, referral.History, save.Organization);
            },
            state => state.Id,
            ct);

    private static void DemandBounded(ReferralHistory history)
    {
        if (Math.Max(history.Triages.Count, Math.Max(history.Allocations.Count, history.Contacts.Count)) > ReferralHistory.Most)
        {
            throw ReferralFaults.TooMuch();
        }
    }

    /// <summary>What every change names.</summary>
    internal static Asked Check(FieldChecks check, string requestId, string referralId, string etag) =>
        new(check.Id(requestId, "request_id"), check.Id(referralId, "referral_id"), check.Text(etag, "etag", 20));

    /// <summary>What every change names.</summary>
    /// <param name="RequestId">The caller's id of the request.</param>
    /// <param name="ReferralId">The referral.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Asked(Guid RequestId, Guid ReferralId, string Etag);
}
