using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// The assessment of needs begins, once: the clock that the ward's referral started stops. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_REFERRED, BEFORE_REFERRAL,
/// ASSESSMENT_ALREADY_STARTED, ETAG_MISMATCH.
/// </summary>
public sealed class StartAssessment(StayForChange stays, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var at = check.Past(request.StartedAt, "started_at", clock.GetUtcNow());
        var role = check.Text(request.StartedByRole, "started_by_role", 60);
        check.Settle();
        return new StayChange(requestId, request, stayId, request.Etag, DischargeEvents.AssessmentStarted, Rule);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.StartAssessment(at, role);
            return [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, DateTimeOffset? StartedAt, string StartedByRole, string? Etag);
}
