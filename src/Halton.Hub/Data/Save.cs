using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Halton.Hub.Data;

/// <summary>One change in the making: its state, and the events that will tell of it.</summary>
/// <param name="Db">The state; what is added or changed here is saved together with everything else.</param>
/// <param name="Now">The moment of the change.</param>
/// <param name="Organization">Whose change it is, as the row walls know it.</param>
public sealed record Save(HubDb Db, DateTimeOffset Now, string Organization)
{
    private const string Name = "select set_config('hub.org', {0}, true)";
    private readonly List<PendingEvent> events = [];
    private readonly HashSet<(Type Kind, Guid RecordId)> without = [];
    private string teller = Organization;

    /// <summary>The events of this change, in the order in which they were told.</summary>
    internal IReadOnlyList<PendingEvent> Events => events;

    /// <summary>Comes before more organisations may see a record: those that hear of the changes before this one are as they were.</summary>
    internal Func<CancellationToken, Task> BeforeMoreSee { get; set; } = _ => Task.CompletedTask;

    /// <summary>Notes that a record has nothing of a kind that a change of it would touch: who looks for many records at once saves each a look of its own.</summary>
    internal void NoteWithout<T>(Guid recordId) => without.Add((typeof(T), recordId));

    /// <summary>Whether that was noted.</summary>
    internal bool IsWithout<T>(Guid recordId) => without.Contains((typeof(T), recordId));

    /// <summary>Tells of the change. The payload is what subscribers will see; the audience is found by the slice's SQL function.</summary>
    public void Tell(string kind, Guid recordId, string audienceFunction, object payload) => events.Add(new PendingEvent(kind, recordId, audienceFunction, payload, teller));

    /// <summary>
    /// Does a part of the change as one of the hub's own callers (<c>SYSTEM:…</c>), whom the row walls name: what must follow from somebody's
    /// change, though that somebody may not see whom it touches. Everything still commits together.
    /// </summary>
    /// <param name="system">The hub's own caller.</param>
    /// <param name="part">The part.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<T> As<T>(string system, Func<Task<T>> part, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(part);
        var before = teller;
        await Become(system, ct);
        var done = await part();
        await Become(before, ct);
        return done;
    }

    /// <summary>A batch of commands in the change's own transaction.</summary>
    internal NpgsqlBatch Batch(params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)Db.Database.GetDbConnection(), (NpgsqlTransaction)Db.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private async Task Become(string organization, CancellationToken ct)
    {
        // What is pending belongs to the one who made it.
        await Db.SaveChangesAsync(ct);
        await Db.Database.ExecuteSqlRawAsync(Name, [organization], ct);
        teller = organization;
    }

    internal sealed record PendingEvent(string Kind, Guid RecordId, string AudienceFunction, object Payload, string Teller);
}
