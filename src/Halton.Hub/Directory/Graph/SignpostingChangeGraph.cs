using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Events;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>One item of a subscription: a signposting recorded or its outcome told, or a bookmark, which comes at the start and every 15 seconds and carries only the token.</summary>
/// <param name="item">What the watch brought.</param>
/// <param name="get">Reads signpostings.</param>
/// <param name="talk">Asks for what they name.</param>
public sealed class SignpostingChangeGraph(WatchItem item, GetSignpostings get, DirectoryTalkGraph talk)
{
    /// <summary>Opaque. A subscription that begins with it goes on right behind this item. Good for 72 hours.</summary>
    public string ResumeToken => item.ResumeToken;

    /// <summary>Unique: the same change never comes twice on one chain of resume tokens. Absent in a bookmark.</summary>
    public Guid? EventId => item.Event?.Id;

    /// <summary>signposting.recorded or signposting.outcome-recorded. Absent in a bookmark.</summary>
    public string? Kind => item.Event?.Kind;

    /// <summary>When the hub took the change. Absent in a bookmark.</summary>
    public DateTimeOffset? OccurredAt => item.Event?.OccurredAt;

    /// <summary>The signposting as it is now. Absent in a bookmark.</summary>
    public IDataLoaderResult<SignpostingGraph?>? Signposting(IResolveFieldContext context) => item.Event is { } happened
        ? context.One("signpostings", happened.RecordId, (ids, ct) => get.Run(context.Call(), ids, ct), signposting => new SignpostingGraph(signposting, talk))
        : null;
}
