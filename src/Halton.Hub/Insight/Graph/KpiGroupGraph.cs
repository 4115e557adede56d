using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.Insight.Graph;

/// <summary>One group of an indicator. FHIR: MeasureReport.group.stratifier.stratum.</summary>
/// <param name="group">What the operation answered.</param>
public sealed class KpiGroupGraph(KpiGroup group)
{
    /// <summary>What the group is of: a hospital trust, a discharge pathway, a kind of bed and so on.</summary>
    public CodingGraph Group => new(group.Coding);

    /// <summary>Whether the figure is given, and if not, why.</summary>
    public KpiStatus Status => group.Figure.Status;

    /// <summary>The value, in the indicator's unit; absent unless the status is TOLD.</summary>
    public double? Value => group.Figure.Value;

    /// <summary>How many count; absent of averages.</summary>
    public int? Numerator => group.Figure.Numerator;

    /// <summary>Out of how many; absent of plain counts.</summary>
    public int? Denominator => group.Figure.Denominator;
}
