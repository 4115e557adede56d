using Quartz;

namespace Halton.Hub.Tests.Clock;

/// <summary>Another job, so that a timetable can have two lines.</summary>
public sealed class OtherJob : IJob
{
    /// <inheritdoc />
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
