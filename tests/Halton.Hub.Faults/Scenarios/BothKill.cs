using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>Hub and database are killed together, as when a machine stops; a hub started again brings both back.</summary>
internal sealed class BothKill : IScenario
{
    /// <inheritdoc />
    public string Name => "both-kill";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var (hub, kills) = (context.Hub, (context.Kills + 3) / 4);
        await using var traffic = await Traffic.Start(hub, context.Seed + 5, ct);
        for (var kill = 0; kill < kills; kill++)
        {
            await traffic.Pause(200, 1500, ct);
            await traffic.History.Recovery.Strike(async () =>
            {
                await hub.Kill();
                await hub.Database.Kill();
            });
            hub.Launch();
            await hub.Ready(ct);
            await traffic.History.Recovery.Over(ct);
        }

        await traffic.Pause(200, 600, ct);
        await traffic.StopCalls(ct);
        var verdicts = await AllChecks.Run(traffic, hub, kills, ct);
        await traffic.History.Keep(context.HistoryFile(Name));
        return new Outcome($"{kills} times kill -9 of the hub and of the database at once", verdicts);
    }
}
