using GraphQL;
using Halton.Hub.Directory.Finding;
using Halton.Hub.Directory.Maintaining;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.Directory.Graph;

/// <summary>What can be asked about services, organisations and terms.</summary>
public sealed class DirectoryQueriesGraph(
    SearchServices search,
    GetService getService,
    GetOrganization getOrganization,
    ListOrganizations listOrganizations,
    ListLocations listLocations,
    ListTaxonomies listTaxonomies,
    ListTaxonomyTerms listTerms,
    PreviewService previewService,
    DirectoryTalkGraph talk)
{
    /// <summary>How <c>node</c> finds a service.</summary>
    internal static readonly NodeType ServiceNode = new(ServiceGraph.Name, "directory/Query.service", (context, id) => From(context).FindService(context, id));

    /// <summary>How <c>node</c> finds an organisation.</summary>
    internal static readonly NodeType OrganizationNode = new(OrganizationGraph.Name, "directory/Query.organization", (context, id) => From(context).FindOrganization(context, id));

    /// <summary>
    /// Finds services. With words the best match comes first and ranking tells why; with a point and no words the nearest comes first;
    /// otherwise by name. INVALID_ARGUMENT on the filter's fields; CURSOR_INVALID. Needs scope system/HealthcareService.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">What is looked for; absent means every service that is open to people.</param>
    public async Task<ServiceConnectionGraph> Services(IResolveFieldContext context, int first = 20, string? after = null, ServiceFilter? filter = null)
    {
        var (call, asked) = (context.Call(), filter ?? new ServiceFilter());
        return new ServiceConnectionGraph(await search.Run(call, asked, first, after, context.CancellationToken), ct => search.Count(call, asked, ct), talk);
    }

    /// <summary>One service, whatever its status. NOT_FOUND: SERVICE_NOT_FOUND. Needs scope system/HealthcareService.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="serviceId">The service's own identifier, a UUID.</param>
    public async Task<ServiceGraph> Service(IResolveFieldContext context, [Id] string serviceId) => talk.Tell(await getService.Run(serviceId, context.CancellationToken));

    /// <summary>One organisation. NOT_FOUND: ORGANIZATION_NOT_FOUND. Needs scope system/Organization.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="organizationId">The organisation's own identifier, a UUID.</param>
    public async Task<OrganizationGraph> Organization(IResolveFieldContext context, [Id] string organizationId) =>
        new(await getOrganization.Run(organizationId, context.CancellationToken), talk);

    /// <summary>Organisations by name. Needs scope system/Organization.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="mine">Only those whose entry the caller keeps.</param>
    public async Task<Connection<OrganizationGraph>> Organizations(IResolveFieldContext context, int first = 20, string? after = null, bool mine = false) =>
        Page(await listOrganizations.Run(context.Call(), mine, first, after, context.CancellationToken), organization => new OrganizationGraph(organization, talk));

    /// <summary>Places whose entry the caller keeps, by name; those of others are seen with their services. Needs scope system/Location.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="organizationId">Only places of this organisation.</param>
    public async Task<Connection<LocationGraph>> Locations(IResolveFieldContext context, int first = 20, string? after = null, [Id] string? organizationId = null) =>
        Page(await listLocations.Run(context.Call(), organizationId, first, after, context.CancellationToken), location => new LocationGraph(location, talk));

    /// <summary>
    /// What an entry would come to, without saving it: every field fault that creating or updating would give, what could be better, and what
    /// would change. NOT_FOUND: SERVICE_NOT_FOUND. PERMISSION_DENIED: NOT_YOURS. Needs scope system/HealthcareService.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The entry, and the service that it would change.</param>
    public async Task<ServicePreview> PreviewService(IResolveFieldContext context, PreviewService.Request input)
    {
        var preview = await previewService.Run(context.Call(), input, context.CancellationToken);
        return new ServicePreview(
            [.. preview.Issues.Select(issue => issue with { Field = GraphFields.Spell(issue.Field) })], [.. preview.Changes.Select(change => change with { Field = GraphFields.Spell(change.Field) })]);
    }

    /// <summary>Taxonomies by name. Needs scope system/HealthcareService.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    public async Task<Connection<Taxonomy>> Taxonomies(IResolveFieldContext context, int first = 20, string? after = null) =>
        Page(await listTaxonomies.Run(context.Call(), first, after, context.CancellationToken), taxonomy => taxonomy);

    /// <summary>Terms by name. Needs scope system/HealthcareService.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="taxonomyId">Only terms of this taxonomy.</param>
    /// <param name="top">Only terms without a broader one.</param>
    /// <param name="words">Only terms whose name holds this.</param>
    public async Task<Connection<TaxonomyTermGraph>> TaxonomyTerms(
        IResolveFieldContext context, int first = 20, string? after = null, [Id] string? taxonomyId = null, bool top = false, string? words = null) =>
        Page(await listTerms.Run(context.Call(), taxonomyId, top, words, first, after, context.CancellationToken), talk.Tell);

    private async Task<object?> FindService(IResolveFieldContext context, Guid id) => talk.Tell(await getService.Run(id.ToString(), context.CancellationToken));

    private async Task<object?> FindOrganization(IResolveFieldContext context, Guid id) => new OrganizationGraph(await getOrganization.Run(id.ToString(), context.CancellationToken), talk);

    private static DirectoryQueriesGraph From(IResolveFieldContext context) => context.RequestServices!.GetRequiredService<DirectoryQueriesGraph>();

    private static Connection<TGraph> Page<T, TGraph>(NamePage<T> page, Func<T, TGraph> tell)
        where TGraph : class => new([.. page.Rows.Select(row => new Edge<TGraph>(tell(row.Row), row.Cursor))], page.HasMore);
}
