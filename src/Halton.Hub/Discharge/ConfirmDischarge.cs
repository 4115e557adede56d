using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Discharge;

/// <summary>
/// Confirms that the person has left. On clinical advice that needs a review without criteria and a pathway; other ways of leaving (the
/// person died, or went against advice) do not. A destination that does not fit the pathway is taken with a warning. Faults: STAY_CLOSED,
/// STILL_MEETS_CRITERIA, PATHWAY_NOT_ASSIGNED, DISCHARGED_BEFORE_READY, BEFORE_ADMISSION, ETAG_MISMATCH.
/// </summary>
public sealed class ConfirmDischarge(StayForChange stays, WithdrawOffers withdraw, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var at = check.Past(request.DischargedAt, "discharged_at", clock.GetUtcNow());
        var day = LondonTime.Day(at);
        var etag = DischargeEtag.Check(check, request.Etag);
        var method = codes.Check(check, "discharge_method", DischargeCodes.DischargeMethod, request.DischargeMethod, day, required: true);
        var destination = codes.Check(check, "discharge_destination", DischargeCodes.DischargeDestination, request.DischargeDestination, day, required: true);
        check.Settle();

        return new StayChange(requestId, request, stayId, etag, DischargeEvents.Confirmed, Rule, Then);

        // A home that has said yes may be where the person has gone to.
        Task Then(Save save, Stay stay, CancellationToken ct) => withdraw.OfStay(save, stay.Id, "discharged", acceptedToo: false, Guid.Empty, ct);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.Confirm(at, method!.Code, destination!.Code);
            return Warnings(stay);
        }
    }

    private static FieldFault[] Warnings(Stay stay) =>
        stay.Pathway is { } pathway && DischargeCodes.FittingDestinations.TryGetValue(pathway, out var fitting) && !fitting.Contains(stay.DischargeDestination!)
            ? [new FieldFault("discharge_destination", "DESTINATION_DOES_NOT_FIT_PATHWAY", $"Destinations that fit {pathway}: {string.Join(", ", fitting.Order())}.")]
            : [];

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId, string DischargeId, DateTimeOffset? DischargedAt, Coding? DischargeMethod, Coding? DischargeDestination, string? Etag);
}
