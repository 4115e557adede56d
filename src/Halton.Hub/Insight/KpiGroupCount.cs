namespace Halton.Hub.Insight;

/// <summary>What was counted of one group of an indicator. The groups of an indicator add up to the whole.</summary>
/// <param name="Code">The group's code; null for what belongs to the whole and to no group that is told.</param>
/// <param name="Name">Its name, where no code list has it.</param>
/// <param name="Records">People, homes or signpostings behind it.</param>
/// <param name="Hit">How many count.</param>
/// <param name="Whole">How many could have.</param>
/// <param name="Days">The sum of days, of an average.</param>
internal sealed record KpiGroupCount(string? Code, string? Name, int Records, int Hit, int Whole, double Days);
