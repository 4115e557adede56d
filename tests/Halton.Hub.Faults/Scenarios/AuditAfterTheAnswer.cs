using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.LateAudit;
using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>Control: a stand-in that answers a read first and writes its audit row later, killed in between, must be caught.</summary>
internal sealed class AuditAfterTheAnswer : IScenario
{
    /// <inheritdoc />
    public string Name => "control-audit-after-answer";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var hub = context.Hub;
        await using var traffic = await Traffic.Start(hub, context.Seed + 4, ct);
        await traffic.Pause(500, 600, ct);
        await traffic.StopCalls(ct);
        var ids = traffic.History.Writes.Select(w => w.Answer?.DischargeId).OfType<string>().Distinct().ToList();

        var history = new History();
        using (var standIn = await LateAuditProcess.Start(hub.OwnerConnection, ct))
        {
            await Read(standIn.Address, ids, history, ct);
            standIn.Kill();
        }

        await traffic.EndWatches(ct);
        var database = await DatabaseView.Read(hub.OwnerConnection, traffic.Name, history.Began, ct);
        await history.Keep(context.HistoryFile(Name));
        return new Outcome("a stand-in that audits after it has answered, killed once", [AuditCheck.Run(history, database)], "I4");
    }

    private static async Task Read(Uri address, List<string> ids, History history, CancellationToken ct)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var calls = new DischargeService.DischargeServiceClient(channel);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(1.5); i++)
        {
            var trace = HubDoor.NewTrace();
            var metadata = new Metadata { { LateAuditService.Trace, trace } };
            var answer = await calls.GetDischargeStatusAsync(new GetDischargeStatusRequest { DischargeId = ids[i % ids.Count] }, metadata, cancellationToken: ct);
            history.Add(new Seen(LateAuditService.Partner, "GetDischargeStatus", trace, Guid.Parse(answer.DischargeId)));
        }
    }
}
