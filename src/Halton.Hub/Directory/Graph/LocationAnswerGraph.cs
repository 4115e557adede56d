using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Directory.Maintaining;

namespace Halton.Hub.Directory.Graph;

/// <summary>What a change has made of a place's entry.</summary>
/// <param name="answer">What the operation answered.</param>
/// <param name="talk">Asks for the entry.</param>
public sealed class LocationAnswerGraph(EntryAnswer answer, DirectoryTalkGraph talk)
{
    /// <summary>The place's identifier, a UUID.</summary>
    public Guid LocationId => answer.Id;

    /// <summary>The entry's etag after the change.</summary>
    public string Etag => answer.Etag;

    /// <summary>The entry as it is now.</summary>
    public IDataLoaderResult<LocationGraph> Location(IResolveFieldContext context) =>
        context.One("locations", answer.Id, talk.Parts.Locations, location => new LocationGraph(location, talk))!;
}
