using Halton.Hub.Access;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Reservations;
using Halton.Hub.Placement.Standing;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Placement.Offers;

/// <summary>
/// Confirms that a person has moved in: placement, bed, capacity, offer and the stay in hospital change together. Outside the council's area
/// that needs a validation that lets the council place, and the host authority told by that day. Source: Care and support statutory guidance,
/// cross-border placements. Faults: OFFER_NOT_FOUND, OFFER_NOT_ACCEPTED, RESERVATION_ENDED, NOT_VALIDATED, HOST_NOT_NOTIFIED,
/// STILL_MEETS_CRITERIA, PLACEMENT_ALREADY_RECORDED, ALREADY_PLACED, ETAG_MISMATCH and those of fields and codes.
/// </summary>
public sealed class ConfirmPlacement(OneSave saves, ReservationEnd end, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<PlacementState> Run(Call call, Request request, CancellationToken ct)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var id = check.Id(request.OfferId, "offer_id");
        var at = check.Past(request.AdmittedAt, "admitted_at", clock.GetUtcNow());
        var reference = check.Text(request.CaseReference, "case_reference", 50);
        PersonTrace.RefuseInReference(check, reference, "case_reference");
        var reason = codes.Check(check, "out_of_area_reason", PlacementCodes.OutOfAreaReason, request.OutOfAreaReason, LondonTime.Day(at), required: false)?.Code;
        var notified = check.OptionalPastDay(request.HostNotifiedOn, "host_notified_on", clock.Today());
        var etag = check.Text(request.Etag, "etag", 20);
        check.Settle();
        return saves.Run(call, requestId, request, Confirm, p => p.Id, ct);

        async Task<PlacementState> Confirm(Save save)
        {
            var known = await save.Db.Set<PlacementOffer>().AsNoTracking().Where(o => o.Id == id && o.Council == save.Organization).Select(o => o.StayId).ToListAsync(ct);
            await StayFacts.Of(save, known is [var stay] ? stay : throw PlacementFaults.OfferNotFound(), ct);
            var (offer, home) = await OfferForChange.Load(save, id, etag, ct);
            if (offer.State != PlacementOffer.Accepted)
            {
                throw PlacementFaults.NotAccepted();
            }

            var area = await save.Db.Area(save.Organization, ct);
            PlacementOpening.DemandReason(home, area, reason);
            await DemandAllowed(save, home, area, notified, LondonTime.Day(at), ct);
            if (await end.Admit(save, offer.ReservationId!.Value, ct) is null)
            {
                throw PlacementFaults.ReservationEnded();
            }

            var placement = new StandingPlacement
            {
                Id = Guid.CreateVersion7(save.Now),
                Council = save.Organization,
                CaseReference = reference,
                NhsNumber = offer.NhsNumber,
                HomeId = home.Id,
                BedType = offer.Content.Needs.BedType,
                OutOfAreaReason = reason,
                StartedOn = LondonTime.Day(at),
                HostNotifiedOn = notified,
                ReviewDue = StandingPlacement.DueAfter(LondonTime.Day(at), null),
                StayId = offer.StayId,
                AssessmentId = offer.AssessmentId,
                OfferId = offer.Id,
                ChangedAt = save.Now,
            };
            offer.Complete(placement.Id, save.Now);
            save.Tell(PlacementEvents.Completed, OfferState.Of(offer, home));
            var state = PlacementState.Of(placement, home, area) with { AdmittedAt = at };
            return await PlacementOpening.Open(save, placement, state, PlacementEvents.Confirmed, [(offer.HomeOrganization, "home"), (offer.Assessor, "assessor")], home, area, ct);
        }
    }

    private static async Task DemandAllowed(Save save, CareHome home, string? area, DateOnly? notified, DateOnly on, CancellationToken ct)
    {
        if (!home.LiesOutside(area))
        {
            if (notified is not null)
            {
                throw Fault.Invalid("host_notified_on", "NOT_EXPECTED", "The home lies in your own area.");
            }

            return;
        }

        var validation = await save.Db.Set<ProviderValidation>().AsNoTracking().SingleOrDefaultAsync(v => v.Council == save.Organization && v.HomeId == home.Id, ct);
        if (validation?.LetsPlaceOn(LondonTime.Day(save.Now)) != true)
        {
            throw PlacementFaults.NotValidated();
        }

        if (notified is null || notified > on)
        {
            throw PlacementFaults.HostNotNotified();
        }
    }

    /// <summary>The request.</summary>
    /// <param name="RequestId">Idempotency key, a UUID.</param>
    /// <param name="OfferId">The offer that the home accepted.</param>
    /// <param name="AdmittedAt">When the person left hospital for the home.</param>
    /// <param name="CaseReference">The council's own reference of the case.</param>
    /// <param name="OutOfAreaReason">Why outside the borough.</param>
    /// <param name="HostNotifiedOn">Day on which the host authority was told, YYYY-MM-DD.</param>
    /// <param name="Etag">The etag of the offer last seen.</param>
    public sealed record Request(string RequestId, string OfferId, DateTimeOffset? AdmittedAt, string CaseReference, Coding? OutOfAreaReason, string? HostNotifiedOn, string Etag);
}
