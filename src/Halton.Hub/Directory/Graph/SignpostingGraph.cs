using GraphQL;
using GraphQL.DataLoader;

namespace Halton.Hub.Directory.Graph;

/// <summary>That somebody was pointed to a service for a need, or that nothing was found. It names no person.</summary>
/// <param name="signposting">The signposting.</param>
/// <param name="talk">Asks for what it names.</param>
public sealed class SignpostingGraph(Signposting signposting, DirectoryTalkGraph talk)
{
    /// <summary>Identifier, a UUID.</summary>
    public Guid SignpostingId => signposting.Id;

    /// <summary>Code of the organisation that pointed.</summary>
    public string RecordedBy => signposting.RecordedBy;

    /// <summary>The need.</summary>
    public IDataLoaderResult<TaxonomyTermGraph> Need(IResolveFieldContext context) => context.One("terms", signposting.NeedId, talk.Parts.Terms, talk.Tell)!;

    /// <summary>The service; absent when nothing was found.</summary>
    public IDataLoaderResult<ServiceGraph?>? Service(IResolveFieldContext context) =>
        signposting.ServiceId is { } service ? context.One("services", service, talk.Parts.Services, talk.Tell) : null;

    /// <summary>Why nothing was found: none, full, too_far, not_eligible, not_open or too_costly; absent when a service was named.</summary>
    public string? UnmetReason => signposting.UnmetReason;

    /// <summary>How: in_person, telephone, video, online or letter.</summary>
    public string Channel => signposting.Channel;

    /// <summary>Code of the electoral ward where help was asked for.</summary>
    public string? Ward => signposting.Ward;

    /// <summary>The day by which word of what became of it is due.</summary>
    public DateOnly? OutcomeDue => signposting.OutcomeDue;

    /// <summary>A note without anything that could lead to a person.</summary>
    public string? Note => signposting.Note;

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt => signposting.RecordedAt;

    /// <summary>What became of it: attended, helped, waiting, declined, not_suitable, not_reached or unknown; absent until told.</summary>
    public string? Outcome => signposting.Outcome;

    /// <summary>When the outcome was told.</summary>
    public DateTimeOffset? OutcomeAt => signposting.OutcomeAt;

    /// <summary>Code of the organisation that told it.</summary>
    public string? OutcomeBy => signposting.OutcomeBy;

    /// <summary>Changes with every change; give it with the outcome.</summary>
    public string Etag => signposting.Etag;
}
