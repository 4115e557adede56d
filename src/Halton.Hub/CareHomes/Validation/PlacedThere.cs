namespace Halton.Hub.CareHomes.Validation;

/// <summary>What is known of a council's standing placements in a home: what they are for, never whose they are or how many.</summary>
/// <param name="BedTypes">Kinds of bed in use, codes of bed-type.</param>
/// <param name="Reasons">Why outside the borough, codes of out-of-area-reason.</param>
/// <param name="NextReviewDue">The first day on which a review is due; null without placements.</param>
public sealed record PlacedThere(IReadOnlyList<string> BedTypes, IReadOnlyList<string> Reasons, DateOnly? NextReviewDue)
{
    /// <summary>The council has placed nobody there.</summary>
    public static PlacedThere Nobody { get; } = new([], [], null);
}
