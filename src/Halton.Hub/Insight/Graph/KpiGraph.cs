using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Insight.Graph;

/// <summary>
/// An indicator as of one day. While a group is hidden, all counts of the indicator are rounded down to multiples of 5, and values follow from counts as they are given.
/// FHIR: MeasureReport.
/// </summary>
/// <param name="kpi">What the operation answered.</param>
public sealed class KpiGraph(Kpi kpi)
{
    /// <summary>Hub code system kpi. FHIR: MeasureReport.measure.</summary>
    public CodingGraph Code => new(kpi.Code);

    /// <summary>What it counts, and out of what.</summary>
    public string Definition => kpi.Definition;

    /// <summary>What its values are measured in.</summary>
    public KpiUnit Unit => kpi.Unit;

    /// <summary>The day as of whose end it tells. FHIR: MeasureReport.period.end.</summary>
    public DateOnly AsOf => kpi.AsOf;

    /// <summary>The first day that it looks back on; the day itself when it tells how things stood. FHIR: MeasureReport.period.start.</summary>
    public DateOnly From => kpi.From;

    /// <summary>Whether the figure is given, and if not, why.</summary>
    public KpiStatus Status => kpi.Whole.Status;

    /// <summary>The value, in the unit; absent unless the status is TOLD. FHIR: MeasureReport.group.measureScore.</summary>
    public double? Value => kpi.Whole.Value;

    /// <summary>How many count; absent of averages. FHIR: MeasureReport.group.population.count (numerator).</summary>
    public int? Numerator => kpi.Whole.Numerator;

    /// <summary>Out of how many; absent of plain counts. FHIR: MeasureReport.group.population.count (denominator).</summary>
    public int? Denominator => kpi.Whole.Denominator;

    /// <summary>The same by groups, in the order of their codes. FHIR: MeasureReport.group.stratifier.</summary>
    public IEnumerable<KpiGroupGraph> Groups => kpi.Groups.Select(group => new KpiGroupGraph(group));

    /// <summary>When it was counted; absent when it was not. FHIR: MeasureReport.date.</summary>
    public DateTimeOffset? CountedAt => kpi.CountedAt;

    /// <summary>Whether it will be counted again: until a week after the day, what is recorded late still changes it.</summary>
    public bool Provisional => kpi.Provisional;
}
