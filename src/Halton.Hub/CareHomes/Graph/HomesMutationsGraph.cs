using GraphQL;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What homes can say of themselves.</summary>
public sealed class HomesMutationsGraph(DeclareBeds declareBeds, CareHomeWordsGraph words)
{
    /// <summary>
    /// Declares the kinds of bed that a home has, and what it can do beyond. PERMISSION_DENIED: NOT_YOURS. FAILED_PRECONDITION: NOT_A_CARE_HOME,
    /// DEREGISTERED. ABORTED: ETAG_MISMATCH. Needs scope system/Location.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is declared.</param>
    public async Task<CareHomeGraph> DeclareBeds(IResolveFieldContext context, DeclareBedsInputGraph input) =>
        words.Tell(await declareBeds.Run(context.Call(), input.Read(), context.CancellationToken));
}
