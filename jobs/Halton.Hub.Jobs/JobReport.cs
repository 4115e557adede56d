using Halton.Hub.Clock;

namespace Halton.Hub.Jobs;

/// <summary>How one job of the timetable stands at a moment.</summary>
/// <param name="Line">Its line.</param>
/// <param name="State">What the database knows of it; null before any node has been there.</param>
/// <param name="At">The moment.</param>
public sealed record JobReport(Timed Line, JobState? State, DateTimeOffset At)
{
    /// <summary>Whether its last run failed.</summary>
    public bool Failing => State?.LastOutcome == RunOutcome.Failed;

    /// <summary>Whether it last did its work longer ago than its timetable allows.</summary>
    public bool Late => State is { } state && At > Line.LateFrom(state.SucceededAt ?? state.Since);

    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public string? Trouble => Failing ? $"{Line.Name} failed with {State!.LastError}" : Late ? $"{Line.Name} is late" : null;

    /// <summary>Every job of a timetable.</summary>
    public static IReadOnlyList<JobReport> Of(Timetable timetable, IReadOnlyDictionary<string, JobState> states, DateTimeOffset at) =>
        [.. timetable.Lines.Select(line => new JobReport(line, states.GetValueOrDefault(line.Name), at))];
}
