using Halton.Hub.Foundation;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>One line of a timetable.</summary>
/// <param name="Job">The job.</param>
/// <param name="Cron">When it fires, as a Quartz cron expression in the time of London.</param>
/// <param name="CatchUp">Whether firings that were missed are made good, one after another; a job that brings something up to date needs only the next.</param>
/// <param name="Quiet">Whether it mostly finds nothing to do: then such runs leave one row a minute in the history.</param>
public sealed record Timed(Type Job, string Cron, bool CatchUp = false, bool Quiet = false)
{
    private static readonly TimeSpan LeastGrace = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MostGrace = TimeSpan.FromHours(6);

    /// <summary>What the job is called everywhere: its class without the last word.</summary>
    public string Name => Job.Name.EndsWith("Job", StringComparison.Ordinal) ? Job.Name[..^3] : Job.Name;

    /// <summary>The first firing after a moment; null when there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => new CronExpression(Cron, LondonTime.Zone).GetNextValidTimeAfter(after);

    /// <summary>
    /// From when a job is late that last did its work at a moment: three firings past the one that was due, a minute at least and six hours
    /// at most.
    /// </summary>
    public DateTimeOffset LateFrom(DateTimeOffset worked)
    {
        if (Next(worked) is not { } due)
        {
            return DateTimeOffset.MaxValue;
        }

        var third = Enumerable.Range(0, 3).Aggregate((DateTimeOffset?)due, (moment, _) => moment is { } m ? Next(m) : null) ?? due;
        return due + TimeSpan.FromTicks(Math.Clamp((third - due).Ticks, LeastGrace.Ticks, MostGrace.Ticks));
    }
}
