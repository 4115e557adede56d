using GraphQL;
using Halton.Hub.Events;
using Halton.Hub.Placement.Offers;

namespace Halton.Hub.Placement.Graph;

/// <summary>One item of a subscription: a change of an offer, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class OfferChangeGraph(WatchItem item, PlacementWordsGraph words)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>offer.made, offer.accepted, offer.declined, offer.disputed, offer.withdrawn, offer.expired or offer.completed. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The offer right after the change. Absent in a bookmark.</summary>
    public OfferGraph? Offer => item.Event is { } happened ? new OfferGraph((OfferState)happened.Payload, words) : null;
}
