using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>An organisation that provides services, as the public sees it. HSDS-UK: organization.</summary>
/// <param name="organization">The organisation.</param>
/// <param name="talk">Asks for what hangs on it.</param>
public sealed class OrganizationGraph(Organization organization, DirectoryTalkGraph talk) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string Name = "Organization";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(Name, organization.Id).ToString();

    /// <summary>The organisation's own identifier, a UUID, the same as in the open feed.</summary>
    public Guid OrganizationId => organization.Id;

    /// <summary>Official or public name.</summary>
    [Name("name")]
    public string OrganizationName => organization.Name;

    /// <summary>What the organisation does.</summary>
    public string Description => organization.Description;

    /// <summary>Public e-mail address.</summary>
    public string? Email => organization.Email;

    /// <summary>Public web address.</summary>
    public string? Website => organization.Website;

    /// <summary>Web address of a logo.</summary>
    public string? Logo => organization.Logo;

    /// <summary>Persistent identifier on the web.</summary>
    public string? Uri => organization.Uri;

    /// <summary>The organisation that this one is a part of, a UUID.</summary>
    public Guid? ParentOrganizationId => organization.ParentOrganizationId;

    /// <summary>Numbers in official registers.</summary>
    public IDataLoaderResult<IEnumerable<OrganizationIdentifier>> Identifiers(IResolveFieldContext context) =>
        context.Many("identifiers", organization.Id, talk.Parts.Identifiers, identifier => identifier);

    /// <summary>Code of the partner organisation that keeps the entry.</summary>
    public string MaintainedBy => organization.MaintainedBy;

    /// <summary>When the entry last changed.</summary>
    public DateTimeOffset LastModified => organization.LastModified;

    /// <summary>Changes with every change; give it with the next change.</summary>
    public string Etag => organization.Etag;
}
