using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Discharge;

/// <summary>
/// Assigns, or changes, the discharge pathway. P1 to P3 go through the care transfer hub and P0 does not: a decision that says otherwise is
/// taken with a warning. With a referral to the care transfer hub, pathways 2 and 3 share the stay with the trusted assessors. Faults: STAY_CLOSED,
/// BEFORE_ADMISSION, ETAG_MISMATCH.
/// </summary>
public sealed class AssignPathway(StayForChange stays, WithdrawOffers withdraw, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<DischargeStatus> Run(Call call, Request request, CancellationToken ct) => stays.Run(call, Check(request), ct);

    /// <summary>Checks its fields.</summary>
    internal StayChange Check(Request request)
    {
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var stayId = check.Id(request.DischargeId, "discharge_id");
        var at = check.Past(request.DecidedAt, "decided_at", clock.GetUtcNow());
        var role = check.Text(request.DecidedByRole, "decided_by_role", 60);
        var etag = DischargeEtag.Check(check, request.Etag);
        var pathway = codes.Check(check, "pathway", DischargeCodes.Pathway, request.Pathway, LondonTime.Day(at), required: true);
        check.Settle();
        string? before = null;
        return new StayChange(requestId, request, stayId, etag, DischargeEvents.PathwayAssigned, Rule, Then);

        async Task Then(Save save, Stay stay, CancellationToken ct)
        {
            await ShareWithAssessors.Run(save, stay, ct);
            await (before is not null && before != stay.Pathway ? withdraw.OfStay(save, stay.Id, "pathway-changed", acceptedToo: true, Guid.Empty, ct) : Task.CompletedTask);
        }

        IReadOnlyList<FieldFault> Rule(Stay stay)
        {
            before = stay.Pathway;
            stay.Assign(new PathwayDecision
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                StayId = stayId,
                Pathway = pathway!.Code,
                DecidedAt = at,
                DecidedByRole = role,
                CareTransferHubReferred = request.CareTransferHubReferred,
            });
            return Warnings(pathway.Code, request.CareTransferHubReferred);
        }
    }

    private static FieldFault[] Warnings(string pathway, bool referred) => (pathway, referred) switch
    {
        ("P0", true) => [new FieldFault("care_transfer_hub_referred", "CARE_TRANSFER_HUB_NOT_EXPECTED", "Pathway 0 is coordinated by the ward, without the care transfer hub.")],
        (not "P0", false) => [new FieldFault("care_transfer_hub_referred", "CARE_TRANSFER_HUB_EXPECTED", "Pathways 1 to 3 go through the care transfer hub.")],
        _ => [],
    };

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId, string DischargeId, Coding? Pathway, DateTimeOffset? DecidedAt, string DecidedByRole, bool CareTransferHubReferred, string? Etag);
}
