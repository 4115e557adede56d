using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Npgsql;

namespace Halton.Hub.Clock;

/// <summary>
/// The right of one firing of a job to write. A node that was paused and wakes after another has taken over still runs, but its fence
/// no longer holds, and what it writes is rolled back.
/// </summary>
/// <param name="job">The job.</param>
/// <param name="slot">The moment that the firing stands for, the same however late it runs.</param>
/// <param name="number">Grows with each fence.</param>
public sealed class Fence(string job, DateTimeOffset slot, long number)
{
    /// <summary>The reason of the fault that a firing meets when another node has taken it over.</summary>
    public const string Lost = "FENCE_LOST";

    private const string Held = "select 1 from clock.firing where job = $1 and slot = $2 and fence = $3 and ended_at is null for update";

    /// <summary>The job.</summary>
    public string Job => job;

    /// <summary>The moment that the firing stands for.</summary>
    public DateTimeOffset Slot => slot;

    /// <summary>The fence's own number.</summary>
    internal long Number => number;

    /// <summary>Whether the firing's one change is committed.</summary>
    internal bool Ended { get; set; }

    /// <summary>
    /// Demands inside a transaction that it may commit: while it lasts, nobody takes the firing over. Fault: FENCE_LOST.
    /// </summary>
    public async Task Demand(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(WalledBatch.Command(Held, job, slot, number));
        if (await batch.ExecuteScalarAsync(ct) is null)
        {
            throw new Fault(FaultKind.Aborted, Lost, "Another node has taken this firing over.");
        }
    }
}
