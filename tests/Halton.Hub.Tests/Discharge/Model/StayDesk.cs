using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.Discharge.Model;

/// <summary>Says things of one stay through the gRPC door, as the partners that a call names.</summary>
/// <param name="partners">The discharge service as each partner calls it.</param>
/// <param name="id">The stay.</param>
internal sealed class StayDesk(IReadOnlyDictionary<string, DischargeService.DischargeServiceClient> partners, string id)
{
    /// <summary>Admits a fresh person.</summary>
    public static async Task<StayDesk> Admitted(IReadOnlyDictionary<string, DischargeService.DischargeServiceClient> partners) =>
        new(partners, (await partners["rww"].RecordAdmissionAsync(Admission(a => a.AdmittedAt = StayStep.Admitted.ToTimestamp()))).DischargeId);

    /// <summary>Sends a call; answers how it is answered, and with which status when it is taken.</summary>
    public async Task<(DoorAnswer Answer, DischargeStatus? Status)> Send(DoorCall call)
    {
        try
        {
            var status = await Said(call);

            // These two depend on the day of asking, and a repeat may come after midnight.
            status.ClearDaysSinceReady();
            status.ClearDaysSinceAllocation();
            return (DoorAnswer.Yes(status), status);
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>() is { } info)
        {
            var fields = e.GetRpcStatus()!.GetDetail<BadRequest>()?.FieldViolations.Select(v => ((string?)v.Field, v.Reason));
            return (DoorAnswer.No(e.StatusCode, fields ?? [(null, info.Reason)], info.Metadata.GetValueOrDefault("current_etag", "")), null);
        }
    }

    /// <summary>How it stands, with its history.</summary>
    public async Task<DischargeStatus> Full(string partner) => await partners[partner].GetDischargeStatusAsync(ById(id, DischargeView.Full));

    private AsyncUnaryCall<DischargeStatus> Said(DoorCall call)
    {
        var (step, at) = (call.Step, call.Wrong == "future" ? TimeProvider.System.GetUtcNow().AddDays(2) : call.Step.At);
        var (hub, moment, role) = (partners[call.By], at.ToTimestamp(), call.Wrong == "role" ? "" : "coordinator");
        Coding Code(string right, string wrong) => new() { Code = call.Wrong == "code" ? wrong : right };
        return step.What switch
        {
            "review" => hub.ReviewCriteriaToResideAsync(new() { RequestId = call.RequestId, DischargeId = id, ReviewedAt = moment, ReviewerRole = role, Etag = call.Etag, Criteria = { call.Wrong == "code" || step.Yes ? [Code("02", "99")] : [] } }),
            "assign" => hub.AssignPathwayAsync(new() { RequestId = call.RequestId, DischargeId = id, Pathway = Code(step.Word, "P9"), DecidedAt = moment, DecidedByRole = role, CareTransferHubReferred = step.Yes, Etag = call.Etag }),
            "allocate" => hub.AllocateWorkerAsync(new() { RequestId = call.RequestId, DischargeId = id, AllocatedAt = moment, Role = role, Worker = step.Word, Etag = call.Etag }),
            "assess" => hub.StartAssessmentAsync(new() { RequestId = call.RequestId, DischargeId = id, StartedAt = moment, StartedByRole = role, Etag = call.Etag }),
            "delay" => hub.RecordDelayAsync(new() { RequestId = call.RequestId, DischargeId = id, DelayedOn = $"{StayModel.Day(at):yyyy-MM-dd}", Reason = Code(step.Word, "2022-v"), RecordedByRole = role, Etag = call.Etag }),
            "confirm" => hub.ConfirmDischargeAsync(new() { RequestId = call.RequestId, DischargeId = id, DischargedAt = moment, DischargeMethod = Code(step.Word, "77"), DischargeDestination = new() { Code = "19" }, Etag = call.Etag }),
            _ => hub.CancelDischargeAsync(new() { RequestId = call.RequestId, DischargeId = id, Reason = Code(step.Word, "77"), Etag = call.Etag }),
        };
    }
}
