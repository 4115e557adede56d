using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>Tells one referral. Not found and not yours are the same fault: REFERRAL_NOT_FOUND.</summary>
public sealed class GetReferral(HubReads reads)
{
    private static readonly string Where = $"where r.id = $1 and {ReferralPolicy.Visible("$2")}";

    /// <summary>Answers, after the look is on record.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="referralId">The referral.</param>
    /// <param name="full">With the person and what was done.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ReferralState> Run(Call call, string? referralId, bool full, CancellationToken ct)
    {
        var check = new FieldChecks();
        var id = check.Id(referralId, "referral_id");
        check.Settle();
        var query = WalledBatch.Command($"{ReferralSql.Select(full)} {Where}", id, call.Organization);
        var found = await reads.Look(call, query, row => full ? ReferralSql.ReadFull(row, call.Organization) : ReferralSql.Read(row), r => r.Id, null, ct);
        return found is [var one] ? one : throw ReferralFaults.NotFound();
    }
}
