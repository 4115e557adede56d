using Halton.Hub.Faults.Running;

namespace Halton.Hub.Faults;

/// <summary>What every scenario is given.</summary>
/// <param name="Hub">The hub under test.</param>
/// <param name="Kills">How often the fault strikes.</param>
/// <param name="Seed">Seed of the random choices.</param>
/// <param name="Stamp">Beginning of the names of the run's files.</param>
internal sealed record FaultContext(HubProcess Hub, int Kills, int Seed, string Stamp)
{
    /// <summary>How many items a feed has.</summary>
    public int Items { get; init; } = 5_000;

    /// <summary>The file that keeps a scenario's history.</summary>
    public string HistoryFile(string scenario) => Path.Combine(Places.Artifacts, $"{Stamp}-{scenario}.jsonl");
}
