using Halton.Hub.Faults.Load;

namespace Halton.Hub.Faults.Checks;

/// <summary>Calls are acknowledged again within ten seconds of each kill, and nothing but the fault was ever given as a reason.</summary>
internal static class RecoveryCheck
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);

    /// <summary>Times from kill to the first acknowledged call.</summary>
    public static Verdict Times(History history, int kills)
    {
        var times = history.Recovery.Times.Select(t => t.TotalSeconds).Order().ToList();
        var findings = times.Where(t => t > Promise.TotalSeconds).Select(t => $"it took {t:0.0} s once").ToList();
        if (times.Count < kills)
        {
            findings.Add($"recovered {times.Count} times from {kills} kills");
        }

        var figure = times.Count == 0 ? "-" : $"min {times[0]:0.00} s, median {times[times.Count / 2]:0.00} s, max {times[^1]:0.00} s";
        return new Verdict("recovery", "from kill to the first acknowledged call, at most 10 s", figure, findings);
    }

    /// <summary>Answers that no fault explains, such as INTERNAL, and what the hub's own log calls unexpected.</summary>
    public static Verdict Answers(History history, IEnumerable<string> logged) =>
        new("answers", "calls end in an answer or a named, retryable fault", $"{history.Writes.Sum(w => w.Attempts)} write attempts", [.. history.Surprises, .. logged]);
}
