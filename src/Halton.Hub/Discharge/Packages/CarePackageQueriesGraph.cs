using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Discharge.Packages;

/// <summary>What can be asked about care packages.</summary>
public sealed class CarePackageQueriesGraph(ListCarePackages list)
{
    /// <summary>Lists care packages: a provider its own, trusts and councils those of the stays that they see. INVALID_ARGUMENT: PAGE_TOKEN_INVALID, CODE_UNKNOWN. Needs scope system/CarePlan.s.</summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="states">Any of held, restarts, ended, released; absent means held.</param>
    public async Task<CarePackageConnectionGraph> CarePackages(IResolveFieldContext context, int first = 20, string? after = null, IReadOnlyList<string>? states = null) =>
        new(await list.Run(context.Call(), states ?? [], first, after, context.CancellationToken));
}
