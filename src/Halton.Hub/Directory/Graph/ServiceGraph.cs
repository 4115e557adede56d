using GraphQL;
using GraphQL.DataLoader;
using Halton.Hub.Directory.Finding;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Directory.Graph;

/// <summary>A service that people can be pointed to. HSDS-UK: service.</summary>
/// <param name="service">The service.</param>
/// <param name="hit">The search that found it.</param>
/// <param name="talk">Asks for what hangs on it.</param>
public sealed class ServiceGraph(Service service, ServiceHit? hit, DirectoryTalkGraph talk) : INode
{
    /// <summary>Its name in the schema and in global ids.</summary>
    internal const string Name = "Service";

    /// <inheritdoc />
    [Id]
    public string Id => new GlobalId(Name, service.Id).ToString();

    /// <summary>The service's own identifier, a UUID, the same as in the open feed.</summary>
    public Guid ServiceId => service.Id;

    /// <summary>Official or public name.</summary>
    [Name("name")]
    public string ServiceName => service.Name;

    /// <summary>Another name that people use.</summary>
    public string? AlternateName => service.AlternateName;

    /// <summary>What it is and for whom.</summary>
    public string? Description => service.Description;

    /// <summary>Web page.</summary>
    public string? Url => service.Url;

    /// <summary>Public e-mail address.</summary>
    public string? Email => service.Email;

    /// <summary>active, inactive, defunct or temporarily closed.</summary>
    public string Status => service.Status;

    /// <summary>Whether it takes people now: open, waiting_list or full.</summary>
    public string Intake => service.Intake;

    /// <summary>The day on which a paused service means to be back.</summary>
    public DateOnly? PausedUntil => service.PausedUntil;

    /// <summary>What it costs, in words.</summary>
    public string? Fees => service.Fees;

    /// <summary>Marks of quality that it holds.</summary>
    public string? Accreditations => service.Accreditations;

    /// <summary>Youngest age served, in years.</summary>
    public int? MinimumAge => service.MinimumAge;

    /// <summary>Oldest age served, in years.</summary>
    public int? MaximumAge => service.MaximumAge;

    /// <summary>What to know right now.</summary>
    public string? Alert => service.Alert;

    /// <summary>How far the entry can be trusted, by the day on which its maintainer last confirmed it.</summary>
    public Assurance Assurance => Assurance.Of(service, talk.Clock.Today());

    /// <summary>Who to write to about the entry.</summary>
    public string? AssurerEmail => service.AssurerEmail;

    /// <summary>When the entry last changed.</summary>
    public DateTimeOffset LastModified => service.LastModified;

    /// <summary>Whether it stays out of the open feed; its places are shown to its maintainer only.</summary>
    public bool Confidential => service.Confidential;

    /// <summary>Code of the partner organisation that keeps the entry.</summary>
    public string MaintainedBy => service.MaintainedBy;

    /// <summary>Changes with every change; give it with the next change, so that nothing is overwritten unseen.</summary>
    public string Etag => service.Etag;

    /// <summary>Metres over ground from the point asked for to its nearest place; only in a search with near.</summary>
    public double? Metres => hit?.Metres is { } metres ? Math.Round(metres) : null;

    /// <summary>Why it stands where it stands; only in a search by relevance.</summary>
    public Ranking? Ranking => hit?.Ranking;

    /// <summary>The organisation that provides it.</summary>
    public IDataLoaderResult<OrganizationGraph> Organization(IResolveFieldContext context) =>
        context.One("organizations", service.OrganizationId, talk.Parts.Organizations, organization => new OrganizationGraph(organization, talk))!;

    /// <summary>When it can be had.</summary>
    public IDataLoaderResult<IEnumerable<Schedule>> Schedules(IResolveFieldContext context) => context.Many("schedules", service.Id, talk.Parts.Schedules, schedule => schedule);

    /// <summary>Whether it is open now, and when next; by the same rule that filters use.</summary>
    public IDataLoaderResult<Opening> Opening(IResolveFieldContext context) => context.One("openings", service.Id, talk.Openings.Run, opening => opening)!;

    /// <summary>Where it is given. Empty for a confidential service, except to its maintainer.</summary>
    public IDataLoaderResult<IEnumerable<ServiceAtLocationGraph>> ServiceAtLocations(IResolveFieldContext context) =>
        context.Many("places", service.Confidential && service.MaintainedBy != context.Call().Organization ? Guid.Empty : service.Id, talk.Parts.Places, talk.Tell);

    /// <summary>Terms that it is classified by.</summary>
    public IDataLoaderResult<IEnumerable<TaxonomyTermGraph>> Terms(IResolveFieldContext context) => context.Many("terms of services", service.Id, talk.Parts.TermsOf, talk.Tell);

    /// <summary>Where people must live to use it.</summary>
    public IDataLoaderResult<IEnumerable<ServiceArea>> ServiceAreas(IResolveFieldContext context) => context.Many("areas", service.Id, talk.Parts.Areas, area => area);

    /// <summary>Languages that it can be had in.</summary>
    public IDataLoaderResult<IEnumerable<Language>> Languages(IResolveFieldContext context) => context.Many("languages", service.Id, talk.Parts.Languages, language => language);

    /// <summary>What it costs.</summary>
    public IDataLoaderResult<IEnumerable<CostOption>> CostOptions(IResolveFieldContext context) => context.Many("costs", service.Id, talk.Parts.Costs, cost => cost);

    /// <summary>Where its money comes from.</summary>
    public IDataLoaderResult<IEnumerable<Funding>> Funding(IResolveFieldContext context) => context.Many("funding", service.Id, talk.Parts.Funding, funding => funding);

    /// <summary>Desks that answer for it; roles, never people.</summary>
    public IDataLoaderResult<IEnumerable<Contact>> Contacts(IResolveFieldContext context) => context.Many("contacts", service.Id, talk.Parts.Contacts, contact => contact);

    /// <summary>Where else to point when it is full, closed or not right: services that take people and share its terms, at most five.</summary>
    public IDataLoaderResult<IEnumerable<ServiceGraph>> Alternatives(IResolveFieldContext context) => context.Many("alternatives", service.Id, talk.Alternatives.Run, talk.Tell);
}
