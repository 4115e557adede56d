using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Directory.Maintaining;

namespace Halton.Hub.Directory.Graph;

/// <summary>What a change has made of a service's entry. A repeat of the same requestId gives the same answer; service shows the entry as it is now.</summary>
/// <param name="answer">What the operation answered.</param>
/// <param name="talk">Tells services.</param>
public sealed class ServiceAnswerGraph(ServiceAnswer answer, DirectoryTalkGraph talk)
{
    /// <summary>The service's own identifier, a UUID.</summary>
    public Guid ServiceId => answer.Id;

    /// <summary>The entry's etag after the change.</summary>
    public string Etag => answer.Etag;

    /// <summary>active, inactive, defunct or temporarily closed.</summary>
    public string Status => answer.Status;

    /// <summary>open, waiting_list or full.</summary>
    public string Intake => answer.Intake;

    /// <summary>The day on which its maintainer last confirmed that the entry is right.</summary>
    public DateOnly? AssuredDate => answer.AssuredDate;

    /// <summary>The day on which a paused service means to be back.</summary>
    public DateOnly? PausedUntil => answer.PausedUntil;

    /// <summary>When the change was taken.</summary>
    public DateTimeOffset LastModified => answer.LastModified;

    /// <summary>The entry as it is now.</summary>
    public IDataLoaderResult<ServiceGraph> Service(IResolveFieldContext context) => context.One("services", answer.Id, talk.Parts.Services, talk.Tell)!;
}
