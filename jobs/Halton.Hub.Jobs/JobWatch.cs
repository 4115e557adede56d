using System.Diagnostics.Metrics;
using Halton.Hub.Clock;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Halton.Hub.Jobs;

/// <summary>Keeps in mind, no older than five seconds, how the jobs stand by the database, and shows it as gauges.</summary>
public sealed partial class JobWatch : BackgroundService
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly RunHistory history;
    private readonly Timetable timetable;
    private readonly TimeProvider clock;
    private readonly ILogger<JobWatch> log;
    private (IReadOnlyList<JobReport> Reports, long At)? seen;

    /// <summary>Makes the gauges.</summary>
    public JobWatch(RunHistory history, Timetable timetable, TimeProvider clock, IMeterFactory meters, ILogger<JobWatch> log)
    {
        (this.history, this.timetable, this.clock, this.log) = (history, timetable, clock, log);
        var meter = meters.Create(ClockTelemetry.Name);
        meter.CreateObservableGauge("halton.hub.jobs.last_success", () => Gauge(worked => worked.ToUnixTimeSeconds()), "s", "When each job last did its work on any node, as Unix time.");
        meter.CreateObservableGauge("halton.hub.jobs.last_success_age", () => Gauge(worked => (clock.GetUtcNow() - worked).TotalSeconds), "s", "How long ago each job last did its work on any node.");
    }

    /// <summary>How the jobs stand.</summary>
    public async Task<IReadOnlyList<JobReport>> Look(CancellationToken ct) => seen is { } known && clock.GetElapsedTime(known.At) < Fresh ? known.Reports : await LookAgain(ct);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var expected = false;
        using var timer = new PeriodicTimer(Fresh, clock);
        do
        {
            try
            {
                if (!expected)
                {
                    await history.Expect([.. timetable.Lines.Select(line => line.Name)], stoppingToken);
                    expected = true;
                }

                await LookAgain(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The gauges keep what was seen last.
                LogUnseen(log, e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<JobReport>> LookAgain(CancellationToken ct)
    {
        var reports = JobReport.Of(timetable, await history.States(ct), clock.GetUtcNow());
        seen = (reports, clock.GetTimestamp());
        return reports;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "it cannot be seen how the jobs stand ({Error})")]
    private static partial void LogUnseen(ILogger log, string error);

    private IEnumerable<Measurement<double>> Gauge(Func<DateTimeOffset, double> value) =>
        (seen?.Reports ?? []).Where(report => report.State?.SucceededAt is not null)
        .Select(report => new Measurement<double>(value(report.State!.SucceededAt!.Value), new KeyValuePair<string, object?>("job", report.Line.Name)));
}
