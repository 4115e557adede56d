using System.Diagnostics;
using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>
/// Puts every firing of every job behind a fence of its own and on record; one that is done already is passed over. What a job throws is
/// logged by its kind and place, kept in the history and counted before the scheduler hears of it.
/// </summary>
public sealed partial class FencedFirings(Fences fences, Timetable timetable, JobMetrics metrics, TimeProvider clock, ILogger<FencedFirings> log) : IJobExecutionMiddleware
{
    private static readonly ActivitySource Traces = new(ClockTelemetry.Name);
    private static readonly AsyncLocal<Fence?> Running = new();

    /// <summary>The fence of the firing that runs here.</summary>
    public static Fence Current => Running.Value ?? throw new InvalidOperationException("No firing runs here.");

    /// <inheritdoc />
    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken)
    {
        var line = timetable.Find(context.JobDetail.Key.Name);
        using var trace = Traces.StartActivity(line.Name) ?? new Activity(line.Name).Start();
        var began = clock.GetTimestamp();
        var outcome = RunOutcome.Failed;
        try
        {
            outcome = await Fire(line, context, next, cancellationToken);
        }
        catch (Exception e)
        {
            var reason = ReasonOf(e);
            LogFailed(log, line.Name, reason, trace.TraceId.ToHexString(), e.StackTrace);

            // Without the text of what was thrown, which may quote a value: the scheduler logs what it is given.
            throw new JobExecutionException($"{line.Name} failed with {reason}");
        }
        finally
        {
            metrics.Ran(line.Name, outcome, clock.GetElapsedTime(began));
        }
    }

    private async Task<RunOutcome> Fire(Timed line, IJobExecutionContext context, JobExecutionDelegate next, CancellationToken ct)
    {
        var (slot, node) = (context.Slot(), context.Scheduler.SchedulerInstanceId);
        if (await fences.Take(line.Name, slot, node, context.Recovering, ct) is not { } fence)
        {
            await (line.Quiet ? Task.CompletedTask : fences.Skip(line.Name, slot, node, ct));
            return RunOutcome.Skipped;
        }

        Running.Value = fence;
        try
        {
            await using (new Heartbeat(fences, fence, clock))
            {
                await next(context, ct);
            }

            // The work is done: a node that is told to stop still says so.
            await fences.End(fence, context.Result as RunCounts ?? RunCounts.None, line.Quiet, CancellationToken.None);
            return RunOutcome.Succeeded;
        }
        catch (Fault lost) when (lost.Reason == Fence.Lost)
        {
            LogLost(log, line.Name, slot, node);
            return RunOutcome.Lost;
        }
        catch (Exception e)
        {
            await Fail(fence, ReasonOf(e));
            throw;
        }
    }

    private async Task Fail(Fence fence, string reason)
    {
        try
        {
            await fences.Fail(fence, reason, CancellationToken.None);
        }
        catch (Exception e)
        {
            // Of the two, what the job threw is the one to hear of; its run will be given up for lost.
            LogUnrecorded(log, fence.Job, reason, e.GetType().Name);
        }
    }

    private static string ReasonOf(Exception e) => e is Fault fault ? fault.Reason : e.GetType().Name;

    [LoggerMessage(Level = LogLevel.Error, Message = "job {Job} failed with {Error} (trace {TraceId}) {Stack}")]
    private static partial void LogFailed(ILogger log, string job, string error, string traceId, string? stack);

    [LoggerMessage(Level = LogLevel.Error, Message = "that job {Job} failed with {Reason} could not be put on record ({Error})")]
    private static partial void LogUnrecorded(ILogger log, string job, string reason, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "job {Job} lost its firing of {Slot} on node {Node}: another node has taken it over")]
    private static partial void LogLost(ILogger log, string job, DateTimeOffset slot, string node);
}
