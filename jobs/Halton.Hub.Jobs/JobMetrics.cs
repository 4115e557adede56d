using System.Diagnostics.Metrics;
using Halton.Hub.Clock;

namespace Halton.Hub.Jobs;

/// <summary>What this node's runs came to, by job and outcome.</summary>
public sealed class JobMetrics
{
    private static readonly double[] Seconds = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800];
    private readonly Counter<long> runs;
    private readonly Histogram<double> duration;

    /// <summary>Makes the instruments.</summary>
    public JobMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ClockTelemetry.Name);
        runs = meter.CreateCounter<long>("halton.hub.jobs.runs", description: "Runs of jobs on this node.");
        duration = meter.CreateHistogram<double>("halton.hub.jobs.duration", "s", "How long runs of jobs took on this node.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    }

    /// <summary>Counts a run.</summary>
    public void Ran(string job, RunOutcome outcome, TimeSpan took)
    {
        var (name, end) = (new KeyValuePair<string, object?>("job", job), new KeyValuePair<string, object?>("outcome", outcome.Word()));
        runs.Add(1, name, end);
        duration.Record(took.TotalSeconds, name, end);
    }
}
