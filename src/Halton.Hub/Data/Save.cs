namespace Halton.Hub.Data;

/// <summary>One change in the making: its state, and the events that will tell of it.</summary>
/// <param name="Db">The state; what is added or changed here is saved together with everything else.</param>
/// <param name="Now">The moment of the change.</param>
public sealed record Save(HubDb Db, DateTimeOffset Now)
{
    private readonly List<PendingEvent> events = [];

    /// <summary>The events of this change, in the order in which they were told.</summary>
    internal IReadOnlyList<PendingEvent> Events => events;

    /// <summary>Tells of the change. The payload is what subscribers will see; the audience is found by the slice's SQL function.</summary>
    public void Tell(string kind, Guid recordId, string audienceFunction, object payload) => events.Add(new PendingEvent(kind, recordId, audienceFunction, payload));

    internal sealed record PendingEvent(string Kind, Guid RecordId, string AudienceFunction, object Payload);
}
