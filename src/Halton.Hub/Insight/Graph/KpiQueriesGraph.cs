using GraphQL;
using Halton.Hub.Transport.GraphQL;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Insight.Graph;

/// <summary>What can be asked about what the partners' work comes to.</summary>
public sealed class KpiQueriesGraph(GetKpis get)
{
    /// <summary>
    /// The hub's indicators as of one day, each with its groups. Counts under 5 are hidden; what nothing is on record of says so and is never zero. Needs scope
    /// system/MeasureReport.s. INVALID_ARGUMENT: KPI_UNKNOWN, IN_THE_FUTURE, NOT_A_DATE.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="asOf">The day, YYYY-MM-DD; absent means the latest that was counted.</param>
    /// <param name="codes">Codes of the hub code system kpi; absent means all.</param>
    [Metadata(Limits.LengthOfList, 15)]
    public async Task<IEnumerable<KpiGraph>> Kpis(IResolveFieldContext context, string? asOf = null, IReadOnlyList<string>? codes = null) =>
        (await get.OfDay(context.Call(), asOf, codes, context.CancellationToken)).Select(kpi => new KpiGraph(kpi));

    /// <summary>
    /// One indicator as of each day of a period, the earliest first. Days that were not counted say so. Needs scope system/MeasureReport.s. INVALID_ARGUMENT: KPI_UNKNOWN,
    /// IN_THE_FUTURE, TO_BEFORE_FROM, PERIOD_TOO_LONG, NOT_A_DATE.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="code">Code of the hub code system kpi.</param>
    /// <param name="from">First day, YYYY-MM-DD.</param>
    /// <param name="to">Last day, YYYY-MM-DD, at most 366 days after the first.</param>
    [Metadata(Limits.LengthOfList, GetKpis.MostDays)]
    public async Task<IEnumerable<KpiGraph>> KpiHistory(IResolveFieldContext context, string code, string from, string to) =>
        (await get.OfPeriod(context.Call(), from, to, [code], context.CancellationToken)).Select(kpi => new KpiGraph(kpi));
}
