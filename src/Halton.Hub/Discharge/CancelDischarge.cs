using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Discharge;

/// <summary>Cancels a discharge with one of the 13 national withdrawal reasons; "other" needs words. Faults: STAY_CLOSED, ETAG_MISMATCH.</summary>
public sealed class CancelDischarge(StayForChange stays, WithdrawOffers withdraw, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var etag = DischargeEtag.Check(check, request.Etag);
        var reason = codes.Check(check, "reason", DischargeCodes.CancelReason, request.Reason, clock.Today(), required: true);
        var text = check.OptionalText(request.ReasonText, "reason_text", 500);
        check.That(reason?.Code != DischargeCodes.CancelOther || text is not null, "reason_text", "REQUIRED", "Reason 13 (other) needs words.");
        check.Settle();

        return new StayChange(requestId, request, stayId, etag, DischargeEvents.Cancelled, Rule, Then);

        Task Then(Save save, Stay stay, CancellationToken ct) => withdraw.OfStay(save, stay.Id, "discharge-cancelled", acceptedToo: true, Guid.Empty, ct);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.Cancel(reason!.Code, text);
            return [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, Coding? Reason, string? ReasonText, string? Etag);
}
