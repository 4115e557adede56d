using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Halton.Hub.Jobs;

/// <summary>
/// Fires one job now, in this process, behind a fence like any firing of the timetable, whether or not a node ticks beside it. The scheduler
/// of the firing is its own and keeps nothing.
/// </summary>
public static class OneFiring
{
    private const string Scheduler = "halton-hub-once";

    /// <summary>Adds what it takes.</summary>
    /// <param name="services">The node's services.</param>
    /// <param name="timetable">Where the job stands.</param>
    public static void AddTo(IServiceCollection services, Timetable timetable)
    {
        ClockNode.AddFences(services, timetable);
        services.AddSingleton<RunHistory>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.InstanceId) = (Scheduler, $"{Environment.MachineName}-{Environment.ProcessId}"));
            quartz.UseInMemoryStore();
            quartz.AddJobMiddleware<FencedFirings>();
        });
    }

    /// <summary>Fires it and waits for its end; null when not even its beginning could be put on record.</summary>
    /// <param name="services">A started node's.</param>
    /// <param name="line">The job.</param>
    /// <param name="ct">Ends the wait, and asks the job to end.</param>
    public static async Task<JobRun?> Run(IServiceProvider services, Timed line, CancellationToken ct)
    {
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        var ended = new Ended();
        scheduler.ListenerManager.AddJobListener(ended);
        await scheduler.Start(ct);
        var slot = Slot(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var detail = JobBuilder.Create().OfType(line.Job).WithIdentity(line.Name).Build();
        await scheduler.ScheduleJob(detail, TriggerBuilder.Create().WithIdentity(line.Name).StartAt(slot).Build(), cancellationToken: ct);
        try
        {
            await ended.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            await scheduler.Interrupt(detail.Key, CancellationToken.None);
            throw;
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }

        return await services.GetRequiredService<RunHistory>().Of(line.Name, slot, ct);
    }

    /// <summary>This very moment, and never one that the timetable fires at: it has whole seconds.</summary>
    private static DateTimeOffset Slot(DateTimeOffset now)
    {
        var whole = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        return whole.Millisecond == 0 ? whole.AddMilliseconds(1) : whole;
    }

    private sealed class Ended : IJobListener
    {
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => nameof(Ended);

        public Task Task => end.Task;

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            end.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
