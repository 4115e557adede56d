using System.Diagnostics;

namespace Halton.Hub.Bench.Load;

/// <summary>What became of the calls of one round.</summary>
/// <param name="Lasted">From the first call to the last answer.</param>
/// <param name="Took">How long each answered call took, shortest first, in ticks of the stopwatch.</param>
/// <param name="Errors">Calls without a right answer.</param>
/// <param name="FirstError">What the first of them said.</param>
internal sealed record Calls(TimeSpan Lasted, long[] Took, int Errors, string? FirstError)
{
    /// <summary>Calls answered.</summary>
    public int Answered => Took.Length;

    /// <summary>Answers a second.</summary>
    public double PerSecond => Answered / Lasted.TotalSeconds;

    /// <summary>The time within which a share of the calls was answered, in milliseconds.</summary>
    public double Within(double share) => Took.Length == 0 ? 0 : Took[(int)((Took.Length - 1) * share)] * 1000.0 / Stopwatch.Frequency;
}
