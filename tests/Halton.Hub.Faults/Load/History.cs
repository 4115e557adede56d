using System.Collections.Concurrent;
using System.Text.Json;

namespace Halton.Hub.Faults.Load;

/// <summary>Everything that the load did and was told; the checks compare it with the database. It names no person.</summary>
internal sealed class History
{
    private readonly ConcurrentQueue<Written> writes = new();
    private readonly ConcurrentQueue<Seen> looks = new();
    private readonly ConcurrentQueue<string> surprises = new();

    /// <summary>All writes.</summary>
    public IReadOnlyCollection<Written> Writes => writes;

    /// <summary>All records shown.</summary>
    public IReadOnlyCollection<Seen> Looks => looks;

    /// <summary>Answers that no fault explains.</summary>
    public IReadOnlyCollection<string> Surprises => surprises;

    /// <summary>Times from each kill to the next acknowledged call.</summary>
    public Recovery Recovery { get; } = new();

    /// <summary>When it began, by the database's host's clock.</summary>
    public DateTimeOffset Began { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>Notes a write, before its first attempt.</summary>
    public void Add(Written written) => writes.Enqueue(written);

    /// <summary>Notes a record shown.</summary>
    public void Add(Seen seen) => looks.Enqueue(seen);

    /// <summary>Notes an answer that no fault explains.</summary>
    public void Surprise(string operation, Exception e) => surprises.Enqueue($"{operation}: {e.GetType().Name} {e.Message}");

    /// <summary>Writes it to a file, one JSON object a line.</summary>
    public async Task Keep(string file)
    {
        await using var text = new StreamWriter(file);
        foreach (var w in writes)
        {
            await text.WriteLineAsync(JsonSerializer.Serialize(new
            {
                write = w.Operation,
                partner = w.Door.Partner,
                spell = w.Spell,
                request = w.RequestId,
                outcome = w.Outcome,
                attempts = w.Attempts,
                id = w.Answer?.DischargeId,
                etag = w.Answer?.Etag,
                state = w.Answer?.State.ToString(),
                trace = w.Trace,
                refusal = w.Refusal,
            }));
        }

        foreach (var s in looks)
        {
            await text.WriteLineAsync(JsonSerializer.Serialize(new { look = s.Operation, partner = s.Partner, id = s.DischargeId, trace = s.Trace }));
        }
    }
}
