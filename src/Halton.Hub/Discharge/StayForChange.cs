using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Discharge;

/// <summary>Changes a stay: loads it for the caller, locked, with its history, and lets one rule run.</summary>
public sealed class StayForChange(OneSave saves, DischargeClockRules clocks)
{
    private static readonly string Locked = $"select s.* from discharge.stay s where s.id = {{0}} and {DischargePolicy.Visible("{1}")} for update of s";
    private static readonly string AllLocked = $"select s.* from discharge.stay s where s.id = any ({{0}}) and {DischargePolicy.Visible("{1}")} order by s.id for update of s";

    /// <summary>Runs a change of one stay and tells of it.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="change">The change.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<DischargeStatus> Run(Call call, StayChange change, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(change);
        return saves.Run(
            call,
            change.RequestId,
            change.Request,
            async save =>
            {
                var stay = await Load(save.Db, call.Organization, change.StayId, ct);
                return await Tell(save, stay, change, Decide(stay, change, save.Now), ct);
            },
            status => status.Id,
            ct);
    }

    /// <summary>Loads a stay that an organisation may see, locked, with its history. Fault: DISCHARGE_NOT_FOUND.</summary>
    internal static async Task<Stay> Load(HubDb db, string organization, Guid id, CancellationToken ct)
    {
        var stay = (await db.Stays.FromSqlRaw(Locked, id, organization).ToListAsync(ct)).SingleOrDefault() ?? throw DischargeFaults.NotFound();
        await db.Set<CriteriaReview>().Where(r => r.StayId == id).LoadAsync(ct);
        await db.Set<PathwayDecision>().Where(d => d.StayId == id).LoadAsync(ct);
        return stay;
    }

    /// <summary>Loads those of many stays that an organisation may see, locked, with their history.</summary>
    internal static async Task<List<Stay>> Load(HubDb db, string organization, Guid[] ids, CancellationToken ct)
    {
        var stays = await db.Stays.FromSqlRaw(AllLocked, ids, organization).ToListAsync(ct);
        await db.Set<CriteriaReview>().Where(r => ids.Contains(r.StayId)).LoadAsync(ct);
        await db.Set<PathwayDecision>().Where(d => ids.Contains(d.StayId)).LoadAsync(ct);
        return stays;
    }

    /// <summary>Lets the rule change a stay that is loaded; a fault leaves it as it was.</summary>
    internal IReadOnlyList<FieldFault> Decide(Stay stay, StayChange change, DateTimeOffset now)
    {
        stay.Clocks = clocks.Latest;
        DischargeEtag.Demand(stay, change.Etag);
        var warnings = change.Rule(stay);
        stay.Changed(now);
        return warnings;
    }

    /// <summary>Tells of what was decided, and does what follows.</summary>
    internal static async Task<DischargeStatus> Tell(Save save, Stay stay, StayChange change, IReadOnlyList<FieldFault> warnings, CancellationToken ct)
    {
        var status = save.Tell(change.Kind, DischargeStatus.Of(stay, warnings));
        await (change.Then?.Invoke(save, stay, ct) ?? Task.CompletedTask);
        return status;
    }
}
