using System.Diagnostics;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;

namespace Halton.Hub.Faults.Load;

/// <summary>Asks for the status of known discharges, by number and by id, and notes every answer.</summary>
internal sealed class Reader(HubDoor door, History history, KnownStays known, Random random)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);

    /// <summary>Reads until told to stop.</summary>
    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            if (known.Any(door.Organization, random) is { } stay)
            {
                var request = random.Next(2) == 0 ? new GetDischargeStatusRequest { NhsNumber = stay.NhsNumber } : new GetDischargeStatusRequest { DischargeId = stay.Id };
                await Read(request);
            }

            await Task.Delay(random.Next(2, 10), CancellationToken.None);
        }
    }

    private async Task Read(GetDischargeStatusRequest request)
    {
        var (trace, began) = (HubDoor.NewTrace(), Stopwatch.GetTimestamp());
        try
        {
            var answer = await door.Calls.GetDischargeStatusAsync(request, await door.Options(trace, Deadline, CancellationToken.None));
            history.Recovery.Acknowledged(began);
            history.Add(new Seen(door.Partner, "GetDischargeStatus", trace, Guid.Parse(answer.DischargeId)));
        }
        catch (Exception e) when (HubDoor.MayRetry(e))
        {
            await door.Recover(e);
        }
        catch (RpcException e)
        {
            history.Surprise("GetDischargeStatus", e);
            await door.Recover(e);
        }
    }
}
