using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Discharge;
using DischargeStatus = Halton.Hub.Contracts.Discharge.V1.DischargeStatus;
using Patient = Halton.Hub.Contracts.Discharge.V1.Patient;

namespace Halton.Hub.Faults.Load;

/// <summary>
/// Takes one synthetic person after another from admission through review and pathway to discharge. Each write is repeated, with the same
/// request_id, until it is acknowledged or given up.
/// </summary>
internal sealed class Writer(HubDoor door, string site, string name, History history, KnownStays known, NhsNumbers numbers, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private int stays;

    /// <summary>Writes until told to stop; what is under way then is brought to its end.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var spell = $"{name}-{++stays}";
            var status = await Admit(spell);
            for (var step = 0; status is not null && step < 3 && !stop.IsCancellationRequested; step++)
            {
                known.Tell(door.Organization, status);
                await Task.Delay(random.Next(2, 12), CancellationToken.None);
                status = await Next(step, spell, status);
            }
        }
    }

    /// <summary>Sends a write once more, or as often as it takes.</summary>
    public static async Task<DischargeStatus?> Deliver(Written write, History history)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience)
        {
            var (trace, began) = (HubDoor.NewTrace(), Stopwatch.GetTimestamp());
            write.Attempts++;
            try
            {
                var answer = await write.Send(await write.Door.Options(trace, Deadline, CancellationToken.None));
                history.Recovery.Acknowledged(began);
                write.Trace = trace;
                return answer;
            }
            catch (Exception e) when (HubDoor.MayRetry(e) || HubDoor.IsUnforeseen(e))
            {
                if (HubDoor.IsUnforeseen(e))
                {
                    history.Surprise(write.Operation, e);
                }

                await write.Door.Recover(e);
            }
            catch (RpcException e)
            {
                write.Refusal = $"{e.StatusCode} {e.Status.Detail}";
                return null;
            }
        }

        return null;
    }

    private Task<DischargeStatus?> Admit(string spell)
    {
        var request = new RecordAdmissionRequest
        {
            RequestId = Guid.CreateVersion7().ToString(),
            NhsNumber = numbers.Next(),
            NhsNumberStatus = Code(Patients.NhsNumberStatus.CodeSystem, "01"),
            Patient = new Patient
            {
                Name = new HumanName { Family = "Faultline", Given = { "Synthetic" } },
                BirthDate = "1941-05",
                LocalAuthority = random.Next(3) > 0 ? "E06000006" : "E06000007",
            },
            SpellIdentifier = spell,
            Site = site,
            Ward = "Fault ward",
            AdmittedAt = Ago(TimeSpan.FromDays(3)),
        };
        return Write("RecordAdmission", spell, request.RequestId, o => door.Calls.RecordAdmissionAsync(request, o).ResponseAsync);
    }

    private Task<DischargeStatus?> Next(int step, string spell, DischargeStatus last)
    {
        var id = Guid.CreateVersion7().ToString();
        switch (step)
        {
            case 0:
                var review = new ReviewCriteriaToResideRequest { RequestId = id, DischargeId = last.DischargeId, ReviewedAt = Ago(TimeSpan.FromDays(2)), ReviewerRole = "consultant" };
                return Write("ReviewCriteriaToReside", spell, id, o => door.Calls.ReviewCriteriaToResideAsync(review, o).ResponseAsync);
            case 1:
                var pathway = new AssignPathwayRequest
                {
                    RequestId = id,
                    DischargeId = last.DischargeId,
                    Pathway = Code(DischargeCodes.Pathway, "P0"),
                    DecidedAt = Ago(TimeSpan.FromDays(1)),
                    DecidedByRole = "ward",
                    Etag = last.Etag,
                };
                return Write("AssignPathway", spell, id, o => door.Calls.AssignPathwayAsync(pathway, o).ResponseAsync);
            default:
                var confirm = new ConfirmDischargeRequest
                {
                    RequestId = id,
                    DischargeId = last.DischargeId,
                    DischargedAt = Ago(TimeSpan.FromMinutes(1)),
                    DischargeMethod = Code(DischargeCodes.DischargeMethod, DischargeCodes.OnClinicalAdvice),
                    DischargeDestination = Code(DischargeCodes.DischargeDestination, "19"),
                    Etag = last.Etag,
                };
                return Write("ConfirmDischarge", spell, id, o => door.Calls.ConfirmDischargeAsync(confirm, o).ResponseAsync);
        }
    }

    private async Task<DischargeStatus?> Write(string operation, string spell, string requestId, Func<CallOptions, Task<DischargeStatus>> send)
    {
        var write = new Written(door, operation, spell, Guid.Parse(requestId), send);
        history.Add(write);
        return write.Answer = await Deliver(write, history);
    }

    private static Coding Code(string system, string code) => new() { System = system, Code = code };

    private static Timestamp Ago(TimeSpan time) => (TimeProvider.System.GetUtcNow() - time).ToTimestamp();
}
