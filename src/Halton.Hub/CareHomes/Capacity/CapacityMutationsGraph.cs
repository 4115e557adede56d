using GraphQL;
using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What can be changed about capacity. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class CapacityMutationsGraph(ReportCapacity report, CareHomeWordsGraph words)
{
    /// <summary>
    /// Makes a home's return. The home's own programs and the council of its area may. PERMISSION_DENIED: NOT_YOURS. FAILED_PRECONDITION:
    /// NOT_A_CARE_HOME, DEREGISTERED. ABORTED: NEWER_RETURN_KNOWN, ETAG_MISMATCH. INVALID_ARGUMENT: MORE_THAN_MAXIMUM, BED_TYPE_NOT_DECLARED. Needs
    /// scope system/Location.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The return.</param>
    public async Task<CapacityGraph> ReportCapacity(IResolveFieldContext context, ReportCapacityInputGraph input) =>
        new(await report.Run(context.Call(), input.Read(), context.CancellationToken), words);
}
