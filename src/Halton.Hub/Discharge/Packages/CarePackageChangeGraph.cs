using GraphQL;
using Halton.Hub.Events;

namespace Halton.Hub.Discharge.Packages;

/// <summary>One item of a subscription: a change of a care package, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
public sealed class CarePackageChangeGraph(WatchItem item)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    [Id]
    public string? EventId => item.Event?.Id.ToString();

    /// <summary>care-package.held, care-package.restarts, care-package.ended or care-package.released. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The package right after the change. Absent in a bookmark.</summary>
    public CarePackageGraph? CarePackage => item.Event is { } happened ? new CarePackageGraph((CarePackageState)happened.Payload) : null;
}
