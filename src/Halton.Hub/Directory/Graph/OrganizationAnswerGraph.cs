using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Directory.Maintaining;

namespace Halton.Hub.Directory.Graph;

/// <summary>What a change has made of an organisation's entry.</summary>
/// <param name="answer">What the operation answered.</param>
/// <param name="talk">Asks for the entry.</param>
public sealed class OrganizationAnswerGraph(EntryAnswer answer, DirectoryTalkGraph talk)
{
    /// <summary>The organisation's own identifier, a UUID.</summary>
    public Guid OrganizationId => answer.Id;

    /// <summary>The entry's etag after the change.</summary>
    public string Etag => answer.Etag;

    /// <summary>The entry as it is now.</summary>
    public IDataLoaderResult<OrganizationGraph> Organization(IResolveFieldContext context) =>
        context.One("organizations", answer.Id, talk.Parts.Organizations, organization => new OrganizationGraph(organization, talk))!;
}
