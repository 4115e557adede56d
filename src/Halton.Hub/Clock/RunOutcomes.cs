namespace Halton.Hub.Clock;

/// <summary>Words for outcomes, the same in the history, in metrics and in what commands print.</summary>
public static class RunOutcomes
{
    /// <summary>The outcome as the history writes it.</summary>
    public static string Word(this RunOutcome outcome) => outcome switch
    {
        RunOutcome.Succeeded => "succeeded",
        RunOutcome.Failed => "failed",
        RunOutcome.Lost => "lost",
        _ => "skipped",
    };
}
