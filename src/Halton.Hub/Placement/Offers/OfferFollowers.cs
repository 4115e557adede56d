using Halton.Hub.CareHomes;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Reservations;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>What undoes offers: changes of homes, of what was assessed, and of the beds behind them, in the very save that makes them.</summary>
internal sealed class OfferFollowers(WithdrawOffers withdraw, ReservationEnd end)
{
    // The newest holds are the first to go: who has waited longest keeps the bed.
    private const string NoLongerFit = """
        select h.id as value from carehomes.told_beds t join lateral (
            select b.id from carehomes.bed_hold b
            where b.home_id = t.home_id and b.bed_type = t.bed_type and b.state = 'held' and b.held_until > clock_timestamp() order by b.held_at desc limit t.over_held) h on true
        where t.home_id = {0} and t.over_held > 0
        """;

    /// <summary>All of them.</summary>
    public IEnumerable<Follower> All() =>
    [
        On<SanctionState>([CareHomeEvents.Sanctioned], (save, sanction, ct) =>
            sanction.Kind == Sanction.StopsAdmissions ? withdraw.OfHome(save, sanction.HomeId, "home-sanctioned", null, ct) : Task.CompletedTask),
        On<CareHomeChange>([CareHomeEvents.HomeChanged], Changed),
        On<CapacityState>([CareHomeEvents.Reported], Returned),
        On<ValidationState>([CareHomeEvents.Decided, CareHomeEvents.Reopened], Validated),
        On<AssessmentState>([PlacementEvents.Assessed], (save, assessment, ct) => assessment.Version > 1 ? withdraw.OfAssessment(save, assessment, ct) : Task.CompletedTask),
        On<ReservationState>([PlacementEvents.Released, PlacementEvents.HoldExpired], (save, reservation, ct) => withdraw.OfReservation(
            save, reservation.Id, reservation.ReleaseReason == "bed-gone" ? "bed-gone" : "reservation-ended", ct)),
    ];

    private static Follower On<T>(HashSet<string> kinds, Func<Save, T, CancellationToken, Task> follow) => new(kinds, (save, told, ct) => follow(save, (T)told.Payload, ct));

    private async Task Changed(Save save, CareHomeChange change, CancellationToken ct)
    {
        await save.Db.SaveChangesAsync(ct);
        var home = await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == change.HomeId, ct);
        await (home.IsOpen ? Task.CompletedTask : withdraw.OfHome(save, home.Id, "home-closed", null, ct));
    }

    private async Task Validated(Save save, ValidationState validation, CancellationToken ct)
    {
        var home = await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == validation.HomeId, ct);
        if (!Decisions.LetsPlace(validation.Decision) && home.LiesOutside(await save.Db.Area(validation.Council, ct)))
        {
            await withdraw.OfHome(save, home.Id, "validation-lost", validation.Council, ct);
        }
    }

    private async Task Returned(Save save, CapacityState state, CancellationToken ct)
    {
        if (state.AcceptingAdmissions == false)
        {
            await withdraw.OfHome(save, state.HomeId, "home-closed", null, ct);
        }

        var beds = await save.Db.Database.SqlQueryRaw<Guid>(NoLongerFit, state.HomeId).ToListAsync(ct);
        if (beds.Count > 0)
        {
            await save.As(
                WithdrawOffers.System,
                async () =>
                {
                    foreach (var bed in beds)
                    {
                        await end.Release(save, bed, "bed-gone", ct);
                    }

                    return beds.Count;
                },
                ct);
        }
    }
}
