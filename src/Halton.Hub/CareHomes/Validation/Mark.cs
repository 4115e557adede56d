namespace Halton.Hub.CareHomes.Validation;

/// <summary>One thing that a check found.</summary>
/// <param name="Outcome">What it comes to by itself.</param>
/// <param name="Words">What was found: one sentence.</param>
/// <param name="Condition">With a warning or a review: what must be kept to.</param>
internal sealed record Mark(CheckOutcome Outcome, string Words, string? Condition = null)
{
    /// <summary>A thing that is there only under a condition.</summary>
    public static Mark? If(bool there, CheckOutcome outcome, string words, string? condition = null) => there ? new Mark(outcome, words, condition) : null;
}
