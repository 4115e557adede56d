using Halton.Hub.Clock;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Referrals;

/// <summary>Says, once each, that a referral's time runs out, that it is out, and that a follow-up falls due.</summary>
public sealed class TellReferralClocks(OneSave saves, HubReads reads, TimeProvider time)
{
    private const string Due = """
        (select r.id, r.breach_at as due from referrals.referral r
            where r.ended_at is null and r.first_contact_at is null and ((r.warn_at <= $1 and r.told_of is null) or (r.breach_at <= $1 and r.told_of is distinct from 'referral.clock-breached'))
            order by r.breach_at limit 500)
        union all
        (select r.id, r.follow_up_due from referrals.referral r where r.follow_up_due <= $2 and r.follow_up_asked_at is null and r.followed_up_on is null order by r.follow_up_due limit 500)
        """;

    private const string Locked = "select r.* from referrals.referral r where r.id = {0} for update of r";

    /// <summary>Says what is to say now.</summary>
    public async Task<RunCounts> Run(ClockCaller clock, CancellationToken ct)
    {
        var due = await reads.Look(clock.Call, WalledBatch.Command(Due, time.GetUtcNow(), time.Today()), row => row.GetGuid(0), id => id, null, ct);
        var told = new List<string?>();
        foreach (var id in due)
        {
            await saves.Run(clock.Call, clock.RequestId($"{id}"), new Asked(id), async save => await Tell(save, id, told, ct), asked => asked.ReferralId, ct);
        }

        return RunCounts.Of(
            ("approaching", told.Count(kind => kind == ReferralEvents.Approaching)),
            ("breached", told.Count(kind => kind == ReferralEvents.Breached)),
            ("follow-ups due", told.Count(kind => kind == ReferralEvents.FollowUpDue)));
    }

    private static async Task<Asked> Tell(Save save, Guid id, List<string?> told, CancellationToken ct)
    {
        var referral = (await save.Db.Set<Referral>().FromSqlRaw(Locked, id).ToListAsync(ct)).Single();
        var kind = referral.Remind(save.Now, LondonTime.Day(save.Now));
        told.Add(kind);
        if (kind is not null)
        {
            save.Tell(kind, referral);
        }

        return new Asked(id);
    }

    private sealed record Asked(Guid ReferralId);
}
