namespace Halton.Hub.Faults.Checks;

/// <summary>What a check found.</summary>
/// <param name="Invariant">Its short name.</param>
/// <param name="Text">What must hold.</param>
/// <param name="Figure">How much was looked at.</param>
/// <param name="Findings">Where it does not hold, a line each.</param>
internal sealed record Verdict(string Invariant, string Text, string Figure, IReadOnlyList<string> Findings)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Findings.Count == 0;
}
