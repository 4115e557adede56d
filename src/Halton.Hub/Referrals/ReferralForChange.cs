using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Referrals;

/// <summary>Changes a referral: loads it for a party, locked, lets one rule run, tells of it, and answers with what that party may see.</summary>
public sealed class ReferralForChange(OneSave saves)
{
    // By its id, or as the one that the first message of a matter was about.
    private const string Locked = """
        select r.* from referrals.referral r
        where r.id = coalesce({0}, (select m.referral_id from referrals.message m where m.correlation_id = {1} order by m.received_at limit 1)) and {2} in
        """;

    private static readonly Dictionary<ReferralParties, string> Sql = new()
    {
        [ReferralParties.Performer] = $"{Locked} (r.performer) for update of r",
        [ReferralParties.Requester] = $"{Locked} (r.requester) for update of r",
        [ReferralParties.Both] = $"{Locked} (r.performer, r.requester) for update of r",
    };

    /// <summary>Runs a change of one referral. Faults: REFERRAL_NOT_FOUND, ETAG_MISMATCH.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">The request.</param>
    /// <param name="asked">What every change names.</param>
    /// <param name="kind">What is told.</param>
    /// <param name="rule">Changes the referral, or throws a fault.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="who">Whose change it is.</param>
    /// <param name="message">The message that asks for it, if one does.</param>
    public Task<ReferralState> Run<TRequest>(
        Call call,
        TRequest request,
        Asked asked,
        string kind,
        Func<Save, Referral, Task> rule,
        CancellationToken ct,
        ReferralParties who = ReferralParties.Performer,
        ReceivedMessage? message = null) =>
        saves.Run(
            call,
            asked.RequestId,
            request,
            async save =>
            {
                var found = await save.Db.Set<Referral>().FromSqlRaw(Sql[who], (object?)asked.ReferralId ?? DBNull.Value, (object?)message?.CorrelationId ?? DBNull.Value, save.Organization).ToListAsync(ct);
                var referral = found is [var one] ? one : throw ReferralFaults.NotFound();
                if (asked.Etag is { } etag && referral.Etag != etag)
                {
                    throw Fault.StaleEtag(referral.Etag);
                }

                await rule(save, referral);
                DemandBounded(referral.History);
                message?.Keep(save, referral.Id);
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

    /// <summary>What every change names; a message may leave out the referral, whose correlation tells it, and the etag.</summary>
    internal static Asked Check(FieldChecks check, string requestId, string? referralId, string? etag, ReceivedMessage? message = null) => new(
        check.Id(requestId, "request_id"),
        message is not null && string.IsNullOrEmpty(referralId) ? null : check.Id(referralId, "referral_id"),
        message is not null && string.IsNullOrEmpty(etag) ? null : check.Text(etag, "etag", 20));

    /// <summary>What every change names.</summary>
    /// <param name="RequestId">The caller's id of the request.</param>
    /// <param name="ReferralId">The referral.</param>
    /// <param name="Etag">The etag that the caller saw.</param>
    public sealed record Asked(Guid RequestId, Guid? ReferralId, string? Etag);
}
