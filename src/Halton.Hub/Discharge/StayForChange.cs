using Halton.Hub.Access;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Discharge;

/// <summary>Changes a stay: loads it for the caller, locked, with its history, and lets one rule run.</summary>
public sealed class StayForChange(OneSave saves, DischargeClockRules clocks)
{
    private static readonly string Locked = $"select s.* from discharge.stay s where s.id = {{0}} and {DischargePolicy.Visible("{1}")} for update of s";

    /// <summary>Runs a change of one stay and tells of it.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's id of the request.</param>
    /// <param name="request">The checked request.</param>
    /// <param name="stayId">The stay.</param>
    /// <param name="etag">The etag that the caller saw, or null where none is needed.</param>
    /// <param name="kind">The event that tells of it.</param>
    /// <param name="rule">Changes the stay or throws a fault; answers warnings.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="then">What follows in the same save, when anything does.</param>
    public Task<DischargeStatus> Run<TRequest>(
        Call call,
        Guid requestId,
        TRequest request,
        Guid stayId,
        string? etag,
        string kind,
        Func<Stay, IReadOnlyList<Foundation.FieldFault>> rule,
        CancellationToken ct,
        Func<Save, Stay, Task>? then = null) =>
        saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var stay = await Load(save.Db, call.Organization, stayId, ct);
                stay.Clocks = clocks.Latest;
                DischargeEtag.Demand(stay, etag);
                var warnings = rule(stay);
                stay.Changed(save.Now);
                var status = save.Tell(kind, DischargeStatus.Of(stay, warnings));
                await (then?.Invoke(save, stay) ?? Task.CompletedTask);
                return status;
            },
            status => status.Id,
            ct);

    /// <summary>Loads a stay that an organisation may see, locked, with its history. Fault: DISCHARGE_NOT_FOUND.</summary>
    internal static async Task<Stay> Load(HubDb db, string organization, Guid id, CancellationToken ct)
    {
        var stay = (await db.Stays.FromSqlRaw(Locked, id, organization).ToListAsync(ct)).SingleOrDefault() ?? throw DischargeFaults.NotFound();
        await db.Entry(stay).Collection(s => s.Reviews).LoadAsync(ct);
        await db.Entry(stay).Collection(s => s.PathwayDecisions).LoadAsync(ct);
        return stay;
    }
}
