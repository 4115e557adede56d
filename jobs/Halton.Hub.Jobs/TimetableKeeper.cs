using Halton.Hub.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Jobs;

/// <summary>Says, before a node first ticks and every minute after, that its timetable is in use; those that no node uses any longer go.</summary>
public sealed partial class TimetableKeeper(Timetables timetables, Timetable timetable, TimeProvider clock, ILogger<TimetableKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await timetables.Keep(timetable.Clock, timetable.Name, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await timetables.Keep(timetable.Clock, timetable.Name, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogUnkept(log, timetable.Name, e.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "it could not be said that the timetable {Timetable} is in use ({Error}); tried again in a minute")]
    private static partial void LogUnkept(ILogger log, string timetable, string error);
}
