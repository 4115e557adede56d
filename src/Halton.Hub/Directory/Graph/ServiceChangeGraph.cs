using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Events;

namespace Halton.Hub.Directory.Graph;

/// <summary>One item of a subscription: a change to a service, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="talk">Tells services.</param>
public sealed class ServiceChangeGraph(WatchItem item, DirectoryTalkGraph talk)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    public Guid? EventId => item.Event?.Id;

    /// <summary>service.created, service.updated, service.paused, service.resumed, service.retired or service.assured. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The service's identifier. Absent in a bookmark.</summary>
    public Guid? ServiceId => item.Event?.RecordId;

    /// <summary>The service as it is now, which may be later than the change. Absent in a bookmark.</summary>
    public IDataLoaderResult<ServiceGraph?>? Service(IResolveFieldContext context) =>
        item.Event is { } happened ? context.One("services", happened.RecordId, talk.Parts.Services, talk.Tell) : null;
}
