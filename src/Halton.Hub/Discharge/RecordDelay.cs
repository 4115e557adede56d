using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// Says why a person who was ready was still in hospital on a day, by a reason that was valid on that day. The latest word on a day counts, and all are kept. A reason of
/// another pathway than the stay's is taken with a warning. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_READY_THEN, ETAG_MISMATCH.
/// </summary>
public sealed class RecordDelay(StayForChange stays, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var now = clock.GetUtcNow().Kept();
        var on = string.IsNullOrEmpty(request.DelayedOn) ? LondonTime.Day(now) : check.OptionalDay(request.DelayedOn, "delayed_on") ?? LondonTime.Day(now);
        check.That(on <= LondonTime.Day(now), "delayed_on", "IN_THE_FUTURE", "The day is still to come.");
        var reason = codes.Check(check, "reason", DischargeCodes.DelayReason, request.Reason, on, required: true);
        var role = check.Text(request.RecordedByRole, "recorded_by_role", 60);
        var note = check.OptionalText(request.Note, "note", 500, lines: true);
        check.Settle();
        return new StayChange(requestId, request, stayId, request.Etag, DischargeEvents.DelayRecorded, Rule);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.RecordDelay(new Delay { Id = Guid.CreateVersion7(now), StayId = stayId, DelayedOn = on, Reason = reason!.Code, RecordedAt = now, RecordedByRole = role, Note = note });
            return codes.Property(DischargeCodes.DelayReason, reason.Code, "pathway") is { } pathway && stay.Pathway is { } assigned && pathway != assigned
                ? [new FieldFault("reason", "REASON_OF_ANOTHER_PATHWAY", $"The reason belongs to {pathway}; the stay is on {assigned}.")]
                : [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, string? DelayedOn, Coding? Reason, string RecordedByRole, string? Note, string? Etag);
}
