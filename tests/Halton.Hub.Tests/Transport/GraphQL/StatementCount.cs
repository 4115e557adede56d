using System.Collections.Concurrent;
using System.Diagnostics;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Counts what is sent to the database while it lives, by Npgsql's own spans.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ConcurrentQueue<string> statements = new();
    private readonly ActivityListener listener;

    /// <summary>Begins to count.</summary>
    public StatementCount()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => statements.Enqueue((span.GetTagItem("db.query.text") ?? span.GetTagItem("db.statement")) as string ?? ""),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Round trips that read records or the place in the log.</summary>
    public IReadOnlyList<string> Reads => [.. statements.Where(sql => sql.Contains("discharge.stay", StringComparison.Ordinal) || sql.Contains("pg_current_snapshot", StringComparison.Ordinal) && sql.Contains("events.", StringComparison.Ordinal))];

    /// <summary>Round trips that write audit rows.</summary>
    public int AuditRows => statements.Count(sql => sql.Contains("insert into audit.entry", StringComparison.Ordinal));

    /// <summary>All round trips.</summary>
    public IEnumerable<string> All => statements;

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
