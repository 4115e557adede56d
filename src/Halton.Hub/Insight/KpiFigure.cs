namespace Halton.Hub.Insight;

/// <summary>A figure as it is given: of the whole, or of one group.</summary>
/// <param name="Status">Whether it is given.</param>
/// <param name="Value">In the indicator's unit; null when it is not given.</param>
/// <param name="Numerator">How many count; null of averages, and when it is not given.</param>
/// <param name="Denominator">Out of how many; null of counts, and when it is not given.</param>
public sealed record KpiFigure(KpiStatus Status, double? Value = null, int? Numerator = null, int? Denominator = null);
