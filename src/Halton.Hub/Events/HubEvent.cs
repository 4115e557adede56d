using System.Collections.Frozen;
using System.Text.Json;

namespace Halton.Hub.Events;

/// <summary>One event of the log.</summary>
/// <param name="At">Its place.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What happened, for example <c>discharge.admitted</c>.</param>
/// <param name="RecordId">The record that it is about.</param>
/// <param name="Audience">Organisations that may hear of it.</param>
/// <param name="OccurredAt">When the hub took the change.</param>
/// <param name="Payload">The record right after the change, as the slice wrote it.</param>
public sealed record HubEvent(EventPosition At, Guid Id, string Kind, Guid RecordId, FrozenSet<string> Audience, DateTimeOffset OccurredAt, object Payload)
{
    /// <summary>The audience of what is no secret.</summary>
    internal const string Everyone = "EVERYONE";

    /// <summary>Whether this node knows the kind; a newer node may write kinds that it does not.</summary>
    internal bool IsKnown => Payload is not JsonElement;

    /// <summary>Whether an organisation may hear of it.</summary>
    public bool IsFor(string organization) => Audience.Contains(organization) || Audience.Contains(Everyone);
}
