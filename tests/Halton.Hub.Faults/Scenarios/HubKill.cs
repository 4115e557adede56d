using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>F1: the hub is killed at random moments, now and then again while it starts; the next one takes over data and database.</summary>
internal sealed class HubKill : IScenario
{
    /// <inheritdoc />
    public string Name => "hub-kill";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var hub = context.Hub;
        await using var traffic = await Traffic.Start(hub, context.Seed, ct);
        for (var kill = 0; kill < context.Kills; kill++)
        {
            await traffic.Pause(200, 1500, ct);
            await Strike();
            if (kill % 4 == 1)
            {
                await traffic.Pause(0, 800, ct);
                await Strike();
            }

            await hub.Ready(ct);
            await traffic.History.Recovery.Over(ct);
        }

        await traffic.Pause(200, 600, ct);
        await traffic.StopCalls(ct);
        var verdicts = await AllChecks.Run(traffic, hub, context.Kills, ct);
        await traffic.History.Keep(context.HistoryFile(Name));
        return new Outcome($"{context.Kills} times kill -9 of the hub, some of them twice", verdicts);

        async Task Strike()
        {
            await traffic.History.Recovery.Strike(hub.Kill);
            hub.Launch();
        }
    }
}
