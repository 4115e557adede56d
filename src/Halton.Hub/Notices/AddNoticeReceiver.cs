using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Notices;

/// <summary>
/// Lets an organisation hear of events at an address of its own, from now on; for the operator. Faults: NO_SUCH_ORGANIZATION, ORIGIN_NOT_ALLOWED,
/// KINDS_INVALID, RECEIVER_EXISTS.
/// </summary>
public sealed class AddNoticeReceiver(HubDb db, TimeProvider clock)
{
    private const int MostKinds = 20;

    /// <summary>Runs it; its id.</summary>
    /// <param name="organization">Code of the organisation.</param>
    /// <param name="address">Where notices go; its origin must be allowed.</param>
    /// <param name="kinds">What kinds of event begin with.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<Guid> Run(string organization, string address, IReadOnlyList<string> kinds, CancellationToken ct)
    {
        var origin = AllowNotices.OriginOf(address);
        if (kinds.Count is 0 or > MostKinds || !kinds.All(k => k.Length is > 1 and <= 60 && k.All(c => char.IsAsciiLetterLower(c) || c is '.' or '-')))
        {
            throw Fault.Invalid("kinds", "KINDS_INVALID", "Name what kinds of event begin with, for example referral. or discharge.confirmed.");
        }

        if (!await db.Organizations.AnyAsync(o => o.Code == organization, ct))
        {
            throw new Fault(FaultKind.NotFound, "NO_SUCH_ORGANIZATION", "There is no organisation of that code.");
        }

        if (await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from notices.allowed_origin where origin = {origin}").SingleAsync(ct) == 0)
        {
            throw new Fault(FaultKind.FailedPrecondition, "ORIGIN_NOT_ALLOWED", $"The hub may not call {origin}. Allow it first.");
        }

        var (id, url, at) = (Guid.CreateVersion7(clock.GetUtcNow()), new Uri(address).AbsoluteUri, clock.GetUtcNow());
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            insert into notices.receiver (id, org, url, kinds, xid, position, added_at)
            values ({id}, {organization}, {url}, {kinds.ToArray()}, pg_snapshot_xmin(pg_current_snapshot()), 0, {at}) on conflict do nothing
            """,
            ct);
        return added == 1 ? id : throw new Fault(FaultKind.AlreadyExists, "RECEIVER_EXISTS", "The organisation hears of events at this address already.");
    }
}
