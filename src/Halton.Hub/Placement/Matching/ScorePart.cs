namespace Halton.Hub.Placement.Matching;

/// <summary>A part of a score.</summary>
/// <param name="Code">distance, freshness, cqc, pamms, in-borough, preference, continuity or price.</param>
/// <param name="Points">Points that the home has, to a tenth.</param>
/// <param name="Of">Points that there are.</param>
/// <param name="Words">Why, for the person and the family.</param>
public sealed record ScorePart(string Code, double Points, double Of, string Words);
