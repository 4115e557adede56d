using GraphQL;
using Halton.Hub.Events;

namespace Halton.Hub.Discharge;

/// <summary>One item of a subscription: a change to a discharge, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="words">Tells discharges.</param>
public sealed class DischargeChangeGraph(WatchItem item, DischargeWordsGraph words)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>
    /// discharge.admitted, -criteria-reviewed, -pathway-assigned, -worker-allocated, -assessment-started, -delay-recorded, -ward-moved, -confirmed or -cancelled; from the hub's
    /// clock discharge.assessment-approaching, -assessment-breached, -discharge-approaching or -discharge-breached. Absent in a bookmark.
    /// </summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The discharge right after the change, without the person's details and history. Absent in a bookmark.</summary>
    public DischargeGraph? Discharge => item.Event is { } happened ? words.Tell((DischargeStatus)happened.Payload) : null;
}
