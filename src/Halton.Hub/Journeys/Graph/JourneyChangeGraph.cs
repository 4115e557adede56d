using GraphQL;
using Halton.Hub.Events;

namespace Halton.Hub.Journeys.Graph;

/// <summary>
/// One item of a subscription: that something happened on the person's journey, or a bookmark, which comes at the start and every 15 seconds and carries only the
/// token.
/// </summary>
/// <param name="item">What the watch brought.</param>
public sealed class JourneyChangeGraph(WatchItem item)
{
    /// <summary>Opaque. A subscription to the same person that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>What happened, as the subscriptions and watches of each kind name it, for example offer.accepted. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>Kind of the record that changed. Absent in a bookmark.</summary>
    public JourneyKind? RecordKind => item.Event is { } happened ? FollowedPerson.KindOf(happened.Payload) : null;

    /// <summary>Global id of the record that changed: give it to node. Absent in a bookmark.</summary>
    [Id]
    public string? RecordId => item.Event is { } happened && RecordKind is { } kind ? JourneyWordsGraph.GlobalIdOf(kind, happened.RecordId) : null;
}
