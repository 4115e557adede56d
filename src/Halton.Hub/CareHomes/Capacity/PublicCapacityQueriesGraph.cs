using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What everyone can ask about capacity: counts, never one home's numbers.</summary>
public sealed class PublicCapacityQueriesGraph(CountCapacity count)
{
    /// <summary>
    /// Counts care homes, their beds and the free ones. Stale numbers are unknown, never vacancies; counts under 5 are hidden. Needs scope
    /// system/MeasureReport.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="by">What to count by.</param>
    /// <param name="localAuthority">Only homes that lie in this area, a GSS code.</param>
    public Task<CapacityCounts> CareHomeCapacity(IResolveFieldContext context, CapacityDimension by, string? localAuthority = null) =>
        count.Run(context.Call(), new CountCapacity.Request(by, localAuthority), context.CancellationToken);
}
