using Halton.Hub.Foundation;

namespace Halton.Hub.Insight;

/// <summary>One indicator as of one day. FHIR: MeasureReport.</summary>
/// <param name="Code">Hub code system kpi.</param>
/// <param name="Definition">What it counts.</param>
/// <param name="Unit">What its value is measured in.</param>
/// <param name="AsOf">The day, in Europe/London.</param>
/// <param name="From">The first day that it looks back on; the day itself when it tells how things stood at its end.</param>
/// <param name="Whole">The figure.</param>
/// <param name="Groups">The same by groups, in the order of their codes.</param>
/// <param name="CountedAt">When it was counted; null when it was not.</param>
/// <param name="Provisional">Whether it will be counted again: until a week after the day, what is recorded late still changes it.</param>
public sealed record Kpi(Coding Code, string Definition, KpiUnit Unit, DateOnly AsOf, DateOnly From, KpiFigure Whole, IReadOnlyList<KpiGroup> Groups, DateTimeOffset? CountedAt, bool Provisional);
