using System.Diagnostics;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Keeps every span of the run, with all its tags and events, for the leak scan.</summary>
public static class TraceFile
{
    private static readonly Lock Door = new();

    /// <summary>Starts to keep them.</summary>
    public static void Keep()
    {
        var lines = new StreamWriter(Path.Combine(TestCluster.Output, $"traces-{Environment.ProcessId}.txt"), append: true) { AutoFlush = true };
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (Door)
                {
                    lines.WriteLine($"{span.Source.Name} {span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(e => e.Tags))}");
                }
            },
        });
    }
}
