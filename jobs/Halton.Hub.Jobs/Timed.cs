namespace Halton.Hub.Jobs;

/// <summary>One line of the timetable.</summary>
/// <param name="Job">The job.</param>
/// <param name="Cron">When it fires, as a Quartz cron expression in the time of London.</param>
/// <param name="CatchUp">Whether firings that were missed are made good; a job that brings something up to date needs only the next.</param>
public sealed record Timed(Type Job, string Cron, bool CatchUp = false);
