using Halton.Hub.Faults.Running;
using Halton.Hub.Faults.Scenarios;

namespace Halton.Hub.Faults;

/// <summary>One run of the suite: a hub of its own, each scenario in turn, and one word at the end.</summary>
internal static class FaultRun
{
    /// <summary>Runs the scenarios; answers the exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<IScenario> scenarios, int kills, int items, int seed, string? data, CancellationToken ct)
    {
        var folder = data ?? System.IO.Directory.CreateTempSubdirectory("halton-faults-").FullName;
        var stamp = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", null);
        Console.WriteLine($"seed {seed} (repeat with --seed {seed}); histories in {Path.GetRelativePath(Places.Root, Places.Artifacts)}/{stamp}-*");
        var began = TimeProvider.System.GetTimestamp();
        var good = true;
        try
        {
            await using var hub = await HubProcess.Prepare(folder, Path.Combine(Places.Artifacts, $"{stamp}-hub.log"), ct);
            foreach (var scenario in scenarios)
            {
                var outcome = await scenario.Run(new FaultContext(hub, kills, seed, stamp) { Items = items }, ct);
                Report.Print(scenario.Name, outcome);
                good &= outcome.Good;
            }
        }
        finally
        {
            if (data is null)
            {
                Places.Remove(folder);
            }
        }

        Console.WriteLine($"{(good ? "all held" : "NOT ALL HELD")} after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
        return good ? 0 : 1;
    }
}
