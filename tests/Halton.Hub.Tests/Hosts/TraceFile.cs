using System.Diagnostics;

namespace Halton.Hub.Tests.Hosts;

/// <summary>Keeps every span of the run, with all its tags and events, for the leak scan.</summary>
public static class TraceFile
{
    private static readonly Lock Door = new();

    /// <summary>Starts to keep them; all are on file when the answer is disposed of.</summary>
    public static IDisposable Keep()
    {
        // Hundreds of megabytes: written in large pieces.
        var lines = new StreamWriter(Path.Combine(TestCluster.Output, $"traces-{Environment.ProcessId}.txt"), append: true, System.Text.Encoding.UTF8, 1 << 20);
        var listener = new ActivityListener
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
        };
        ActivitySource.AddActivityListener(listener);
        return new End(listener, lines);
    }

    private sealed class End(ActivityListener listener, StreamWriter lines) : IDisposable
    {
        public void Dispose()
        {
            listener.Dispose();
            lock (Door)
            {
                lines.Flush();
            }
        }
    }
}
