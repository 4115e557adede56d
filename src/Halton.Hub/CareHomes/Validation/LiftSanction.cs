using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.CareHomes.Validation;

/// <summary>
/// Lifts a sanction, by the council that recorded it. What it reopened stays so until the host authority has answered anew. Faults:
/// SANCTION_NOT_FOUND, SANCTION_LIFTED, LIFTED_BEFORE_IMPOSED, ETAG_MISMATCH.
/// </summary>
public sealed class LiftSanction(OneSave saves, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<SanctionState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.SanctionId, "sanction_id");
        var on = check.PastDay(request.LiftedOn, "lifted_on", clock.Today());
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return saves.Run(call, requestId, request, Lift, s => s.Id, ct);

        async Task<SanctionState> Lift(Save save)
        {
            var found = await save.Db.Set<Sanction>()
                .FromSql($"select * from carehomes.sanction where id = {id} and recorded_by = {call.Organization} for update").ToListAsync(ct);
            var sanction = found is [var one] ? one : throw CareHomeFaults.SanctionNotFound();
            if (sanction.Etag != etag)
            {
                throw Fault.StaleEtag(sanction.Etag);
            }

            sanction.Lift(on);
            var home = await save.Db.Set<CareHome>().SingleAsync(h => h.Id == sanction.HomeId, ct);
            var state = SanctionState.Of(sanction, home.LocationId);
            save.Tell(CareHomeEvents.Lifted, state);
            await RevalidateHome.Run(save, call.Organization, home, ValidationAct.None, ct);
            return state;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string SanctionId, string LiftedOn, string Etag);
}
