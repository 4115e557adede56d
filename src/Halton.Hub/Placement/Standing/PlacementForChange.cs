using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Standing;

/// <summary>Changes a placement: loads it for the caller, locked, lets one rule run, tells of it, and lets the validation of the home follow.</summary>
public sealed class PlacementForChange(OneSave saves)
{
    private static readonly string Locked = $"select p.* from placement.standing_placement p where p.id = {{0}} and {PlacementPolicy.Visible("{1}")} for update of p";

    /// <summary>Runs a change of one placement. Faults: PLACEMENT_NOT_FOUND, ETAG_MISMATCH.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="requestId">The caller's id of the request.</param>
    /// <param name="request">The checked request.</param>
    /// <param name="placementId">The placement.</param>
    /// <param name="etag">The etag that the caller saw.</param>
    /// <param name="kind">The event that tells of it.</param>
    /// <param name="rule">Changes the placement or throws a fault.</param>
    /// <param name="ct">Ends it early.</param>
    public Task<PlacementState> Run<TRequest>(
        Call call, Guid requestId, TRequest request, Guid placementId, string etag, string kind, Action<StandingPlacement> rule, CancellationToken ct) =>
        saves.Run(
            call,
            requestId,
            request,
            async save =>
            {
                var found = await save.Db.Set<StandingPlacement>().FromSqlRaw(Locked, placementId, call.Organization).ToListAsync(ct);
                var placement = found is [var one] ? one : throw PlacementFaults.NotFound();
                if (placement.Etag != etag)
                {
                    throw Fault.StaleEtag(placement.Etag);
                }

                rule(placement);
                placement.Changed(save.Now);
                var home = await save.Db.Set<CareHome>().SingleAsync(h => h.Id == placement.HomeId, ct);
                var area = await save.Db.Area(placement.Council, ct);
                var state = save.Tell(kind, PlacementState.Of(placement, home, area));
                await PlacementValidation.Follow(save, placement.Council, home, area, ct);
                return state;
            },
            state => state.Id,
            ct);
}
