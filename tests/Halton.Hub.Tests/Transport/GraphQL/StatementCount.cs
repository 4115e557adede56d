using System.Collections.Concurrent;
using System.Diagnostics;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Gathers what one request sends to the database, by Npgsql's own spans in the request's trace.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();
    private readonly ConcurrentQueue<string> statements = new();
    private readonly ActivityListener listener;

    /// <summary>Begins to gather.</summary>
    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == trace)
                {
                    statements.Enqueue((span.GetTagItem("db.query.text") ?? span.GetTagItem("db.statement")) as string ?? "");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The trace that the request must name.</summary>
    public string TraceId => trace.ToHexString();

    /// <summary>Round trips of the request.</summary>
    public IReadOnlyCollection<string> Statements => statements;

    /// <summary>Puts a request into the trace.</summary>
    public void Follow(HttpRequestMessage request) => request.Headers.Add("traceparent", $"00-{TraceId}-{ActivitySpanId.CreateRandom().ToHexString()}-01");

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
