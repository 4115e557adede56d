using Halton.Hub.Clock;
using Halton.Hub.Jobs;
using Quartz;

namespace Halton.Hub.Tests.Clock;

/// <summary>What a job of a test does when it fires.</summary>
/// <param name="Do">Does it; answers the counts.</param>
public sealed record Work(Func<ClockCaller, Task<RunCounts>> Do);

/// <summary>A job that does what the test says.</summary>
public sealed class WorkJob(Work work) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => context.Report(await work.Do(context.Caller()));
}

/// <summary>Another one, so that a timetable can have two lines.</summary>
public sealed class OtherJob : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
