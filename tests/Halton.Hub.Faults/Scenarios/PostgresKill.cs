using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>F2: the database server and all its children are killed at random moments; the hub that serves brings it back by itself.</summary>
internal sealed class PostgresKill : IScenario
{
    /// <inheritdoc />
    public string Name => "postgres-kill";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var hub = context.Hub;
        var pid = hub.Pid;
        await using var traffic = await Traffic.Start(hub, context.Seed + 1, ct);
        for (var kill = 0; kill < context.Kills; kill++)
        {
            await traffic.Pause(200, 1500, ct);
            await traffic.History.Recovery.Strike(hub.Database.Kill);
            await traffic.History.Recovery.Over(ct);
        }

        await traffic.Pause(200, 600, ct);
        await traffic.StopCalls(ct);
        var verdicts = await AllChecks.Run(traffic, hub, context.Kills, ct);
        verdicts.Add(new Verdict("process", "one and the same hub served throughout", $"process {hub.Pid}", hub.Lives && hub.Pid == pid ? [] : ["the hub ended"]));
        await traffic.History.Keep(context.HistoryFile(Name));
        return new Outcome($"{context.Kills} times kill -9 of the database server and its children", verdicts);
    }
}
