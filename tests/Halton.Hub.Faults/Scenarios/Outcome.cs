using Halton.Hub.Faults.Checks;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>What came of a scenario.</summary>
/// <param name="Summary">What was done.</param>
/// <param name="Verdicts">What was found.</param>
/// <param name="MustBeCaught">The invariant that a broken way must be seen to break; null where all must hold.</param>
internal sealed record Outcome(string Summary, IReadOnlyList<Verdict> Verdicts, string? MustBeCaught = null)
{
    /// <summary>Whether everything is as it must be.</summary>
    public bool Good => Verdicts.All(v => v.Holds != (v.Invariant == MustBeCaught));
}
