using GraphQL;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What can be asked about care homes, in both schemas: only what CQC publishes and what homes say of themselves.</summary>
public sealed class HomesQueriesGraph(GetCareHome getHome, ListCareHomes listHomes, CareHomeWordsGraph words)
{
    /// <summary>How <c>node</c> finds a home.</summary>
    /// <param name="schema">The schema that it is asked in.</param>
    internal static NodeType Node(string schema) => new(
        CareHomeGraph.TypeName, schema + "/Query.careHome", (context, id) => context.RequestServices!.GetRequiredService<HomesQueriesGraph>().Find(context, id));

    /// <summary>One home, by the hub's id or by CQC location id. NOT_FOUND: CARE_HOME_NOT_FOUND. Needs scope system/Location.r.</summary>
    /// <param name="context">The field.</param>
    /// <param name="careHome">The hub's id, a UUID, or CQC location id.</param>
    public async Task<CareHomeGraph> CareHome(IResolveFieldContext context, string careHome) => words.Tell(await getHome.Run(careHome, context.CancellationToken));

    /// <summary>
    /// Lists homes by name, or the nearest first. INVALID_ARGUMENT: PAGE_TOKEN_INVALID (the cursor belongs to another caller or another
    /// filter), POSTCODE_UNKNOWN. Needs scope system/Location.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which homes; absent means all that are open.</param>
    public async Task<CareHomeConnectionGraph> CareHomes(IResolveFieldContext context, int first = 20, string? after = null, CareHomeFilter? filter = null) =>
        new(await listHomes.Run(context.Call(), filter ?? new CareHomeFilter(), first, after, context.CancellationToken), words);

    private async Task<object?> Find(IResolveFieldContext context, Guid id) => words.Tell(await getHome.Run(id.ToString(), context.CancellationToken));
}
