using Halton.Hub.Access;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// Says that the person was moved to another ward of the same site. A move that is told late takes its place among those told before. Faults: STAY_CLOSED,
/// BEFORE_ADMISSION, ALREADY_ON_WARD, MOVED_AT_THAT_MOMENT, ETAG_MISMATCH.
/// </summary>
public sealed class MoveToWard(StayForChange stays, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var ward = check.Text(request.Ward, "ward", 60);
        var at = check.Past(request.MovedAt, "moved_at", clock.GetUtcNow()).Kept();
        check.Settle();
        return new StayChange(requestId, request, stayId, request.Etag, DischargeEvents.WardMoved, Rule);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.Move(ward, at);
            return [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, string Ward, DateTimeOffset? MovedAt, string? Etag);
}
