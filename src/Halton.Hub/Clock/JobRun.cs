namespace Halton.Hub.Clock;

/// <summary>One run of a job, as the history keeps it.</summary>
/// <param name="Job">The job.</param>
/// <param name="Slot">The moment that the firing stands for.</param>
/// <param name="Fence">The run's fence; grows with each run.</param>
/// <param name="Node">Where it ran.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Outcome">How it ended; null while it runs.</param>
/// <param name="Counts">What it came to.</param>
/// <param name="Error">Reason of the fault, or kind of the error, that it failed with.</param>
public sealed record JobRun(
    string Job, DateTimeOffset Slot, long Fence, string Node, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, RunOutcome? Outcome, IReadOnlyDictionary<string, long> Counts, string? Error);
