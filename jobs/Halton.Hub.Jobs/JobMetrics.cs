using System.Diagnostics.Metrics;
using Halton.Hub.Clock;

namespace Halton.Hub.Jobs;

/// <summary>What this node's runs came to, by job and outcome.</summary>
public sealed class JobMetrics
{
    private readonly Counter<long> runs;
    private readonly Histogram<double> duration;

    /// <summary>Makes the instruments.</summary>
    public JobMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ClockTelemetry.Name);
        runs = meter.CreateCounter<long>("halton.hub.jobs.runs", description: "Runs of jobs on this node.");
        duration = meter.CreateHistogram<double>("halton.hub.jobs.duration", "s", "How long runs of jobs took on this node.");
    }

    /// <summary>Counts a run.</summary>
    public void Ran(string job, RunOutcome outcome, TimeSpan took)
    {
        var (name, end) = (new KeyValuePair<string, object?>("job", job), new KeyValuePair<string, object?>("outcome", Names.Of(outcome)));
        runs.Add(1, name, end);
        duration.Record(took.TotalSeconds, name, end);
    }
}
