using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Discharge;

/// <summary>
/// Names who arranges the discharge, once the ward has referred to the care transfer hub; again when somebody else takes over. The first naming starts the clock
/// to the discharge. Faults: STAY_CLOSED, BEFORE_ADMISSION, NOT_REFERRED, ETAG_MISMATCH.
/// </summary>
public sealed class AllocateWorker(StayForChange stays, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(call, request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Call call, Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var now = clock.GetUtcNow();
        var allocation = new WorkerAllocation
        {
            Id = Guid.CreateVersion7(now),
            StayId = check.Id(request.DischargeId, "discharge_id"),
            AllocatedAt = check.Past(request.AllocatedAt, "allocated_at", now),
            Organization = call.Organization,
            Team = check.OptionalText(request.Team, "team", 100),
            Role = check.Text(request.Role, "role", 60),
            Worker = check.OptionalText(request.Worker, "worker", 50),
        };
        var etag = DischargeEtag.Check(check, request.Etag);
        check.Settle();
        return new StayChange(requestId, request, allocation.StayId, etag, DischargeEvents.WorkerAllocated, Rule);

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            stay.Allocate(allocation);
            return [];
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string DischargeId, DateTimeOffset? AllocatedAt, string? Team, string Role, string? Worker, string? Etag);
}
