using Halton.Hub.Placement.Matching;

namespace Halton.Hub.Placement.Graph;

/// <summary>A part of a score.</summary>
/// <param name="part">What was found.</param>
public sealed class ScorePartGraph(ScorePart part)
{
    /// <summary>distance, freshness, cqc, pamms, in-borough, preference, continuity or price.</summary>
    public string Code => part.Code;

    /// <summary>Points that the home has.</summary>
    public double Points => part.Points;

    /// <summary>Points that there are.</summary>
    public double Of => part.Of;

    /// <summary>Why, in words for the person and the family.</summary>
    public string Words => part.Words;
}
