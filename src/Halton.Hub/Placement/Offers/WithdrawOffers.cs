using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Data;
using Halton.Hub.Placement.Assessments;
using Halton.Hub.Placement.Reservations;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// Withdraws offers that stand, inside the save of whatever undid them, and lets their beds go. The one who made that change may see none of
/// them, so it is done as the hub's own caller.
/// </summary>
public sealed class WithdrawOffers(ReservationEnd end)
{
    /// <summary>The hub's own caller behind what follows from other people's changes.</summary>
    internal const string System = "SYSTEM:Placement";

    private const string Standing = "select o.* from placement.offer o where o.state in ('offered', 'accepted') and {0} order by o.id for update of o";
    private const string Turn = "select pg_advisory_xact_lock(hashtextextended({0}, 0))";
    private static readonly string ByStay = Of("o.stay_id = {0} and ({1} or o.state = 'offered') and o.id <> {2}");
    private static readonly string ByHome = Of("o.home_id = {0} and ({1} = '' or o.council = {1})");
    private static readonly string ByAssessment = Of("o.assessment_id = {0} and o.assessment_version < {1} and o.id <> {2}");
    private static readonly string ByReservation = Of("o.reservation_id = {0}");

    /// <summary>Lets what is offered, and what is accepted, for one person take its turns: an offer that is being made while a home says yes is seen, or refused.</summary>
    internal static Task TakeTurn(Save save, Guid stay, CancellationToken ct) => save.Db.Database.ExecuteSqlRawAsync(Turn, [$"offers {stay}"], ct);

    /// <summary>Those of many stays with an offer that stands, as the hub's own caller sees it.</summary>
    internal static NpgsqlBatchCommand WithStanding(Guid[] stays) => WalledBatch.Command("select distinct stay_id from placement.offer where state in ('offered', 'accepted') and stay_id = any ($1)", (object)stays);

    /// <summary>Those of a stay.</summary>
    /// <param name="save">The save of a party of the stay.</param>
    /// <param name="stay">The stay.</param>
    /// <param name="reason">A code of offer-withdraw-reason.</param>
    /// <param name="acceptedToo">Whether those that a home has accepted go too.</param>
    /// <param name="but">One that stays; empty for none.</param>
    /// <param name="ct">Ends it early.</param>
    internal Task OfStay(Save save, Guid stay, string reason, bool acceptedToo, Guid but, CancellationToken ct) =>
        save.IsWithout<PlacementOffer>(stay) ? Task.CompletedTask : Run(save, _ => reason, ByStay, ct, stay, acceptedToo, but);

    /// <summary>Those to a home; of one council only, when it is named.</summary>
    internal Task OfHome(Save save, Guid home, string reason, string? council, CancellationToken ct) => Run(save, _ => reason, ByHome, ct, home, council ?? "");

    /// <summary>Those that rest on an older version of an assessment: because of an infection that is new, or because it is another assessment.</summary>
    internal Task OfAssessment(Save save, AssessmentState latest, CancellationToken ct) => Run(
        save,
        offer => latest.Content.Needs.Infection != AssessedNeeds.NoInfection && offer.Content.Needs.Infection == AssessedNeeds.NoInfection ? "infection" : "reassessed",
        ByAssessment,
        ct,
        latest.Id,
        latest.Version,
        Guid.Empty);

    /// <summary>Those that rest on an assessment that is disputed, but for the one whose home disputes it.</summary>
    internal Task OfDisputed(Save save, Guid assessment, Guid but, CancellationToken ct) => Run(save, _ => "reassessed", ByAssessment, ct, assessment, int.MaxValue, but);

    /// <summary>That of a reservation.</summary>
    internal Task OfReservation(Save save, Guid reservation, string reason, CancellationToken ct) => Run(save, _ => reason, ByReservation, ct, reservation);

    private static string Of(string condition) => Standing.Replace("{0}", condition, StringComparison.Ordinal);

    private Task<int> Run(Save save, Func<PlacementOffer, string> reason, string sql, CancellationToken ct, params object[] values) => save.As(
        System,
        async () =>
        {
            var standing = await save.Db.Set<PlacementOffer>().FromSqlRaw(sql, values).ToListAsync(ct);
            foreach (var offer in standing)
            {
                offer.Withdraw(reason(offer), save.Now);
                save.Tell(PlacementEvents.Withdrawn, OfferState.Of(offer, await save.Db.Set<CareHome>().AsNoTracking().SingleAsync(h => h.Id == offer.HomeId, ct)));
                await (offer.ReservationId is { } bed ? end.Release(save, bed, "offer-withdrawn", ct) : Task.CompletedTask);
            }

            return standing.Count;
        },
        ct);
}
