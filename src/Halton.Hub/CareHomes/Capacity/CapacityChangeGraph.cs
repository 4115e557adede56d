using GraphQL;
using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Events;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>One item of a subscription: a change of capacity, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class CapacityChangeGraph(WatchItem item, CareHomeWordsGraph words)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>capacity.reported, capacity.went-stale or capacity.return-due. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>What was known of the home right after the change. Absent in a bookmark.</summary>
    public CapacityGraph? Capacity => item.Event is { } happened ? new((CapacityState)happened.Payload, words) : null;
}
