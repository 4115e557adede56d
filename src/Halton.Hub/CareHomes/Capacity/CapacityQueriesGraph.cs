using GraphQL;
using Halton.Hub.CareHomes.Graph;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Capacity;

/// <summary>What can be asked about capacity.</summary>
public sealed class CapacityQueriesGraph(ListCapacity list, ListCapacityHistory history, CountCapacity count, CareHomeWordsGraph words)
{
    /// <summary>
    /// Lists what is known of homes' capacity, by name or the nearest first. Care homes see their own. INVALID_ARGUMENT: PAGE_TOKEN_INVALID,
    /// POSTCODE_UNKNOWN. Needs scope system/Location.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which homes; absent means all.</param>
    public async Task<CapacityConnectionGraph> Capacity(IResolveFieldContext context, int first = 20, string? after = null, CapacityFilterInputGraph? filter = null) =>
        new(await list.Run(context.Call(), filter?.Read() ?? new CapacityFilter(), first, after, context.CancellationToken), words);

    /// <summary>
    /// Lists the returns of one home, what was true last first. Care homes see their own. NOT_FOUND: CARE_HOME_NOT_FOUND. PERMISSION_DENIED:
    /// NOT_YOURS. Needs scope system/Location.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="careHome">The hub's id of the home, or CQC location id.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="bedType">Only this kind of bed, a code of bed-type.</param>
    /// <param name="since">True at or after this moment.</param>
    public async Task<CapacityHistoryConnectionGraph> CapacityHistory(
        IResolveFieldContext context, string careHome, int first = 20, string? after = null, string? bedType = null, DateTimeOffset? since = null) =>
        new(await history.Run(context.Call(), new ListCapacityHistory.Request(careHome, bedType, since?.ToUniversalTime(), first, after), context.CancellationToken), words);

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
