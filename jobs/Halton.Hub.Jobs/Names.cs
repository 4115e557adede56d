using Halton.Hub.Clock;

namespace Halton.Hub.Jobs;

/// <summary>Words that metrics, health and commands use alike.</summary>
public static class Names
{
    /// <summary>An outcome as the history writes it.</summary>
    public static string Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Succeeded => "succeeded",
        RunOutcome.Failed => "failed",
        RunOutcome.Lost => "lost",
        _ => "skipped",
    };
}
