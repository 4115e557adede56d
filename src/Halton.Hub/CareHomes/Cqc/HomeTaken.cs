namespace Halton.Hub.CareHomes.Cqc;

/// <summary>What came of taking in what CQC says of a home.</summary>
/// <param name="Changed">What is other than before, in the words of the event; nothing when it said the same.</param>
/// <param name="Reasons">Why validations of the home must be looked at again: rating-downgrade, dormancy, deregistration, successor-registration.</param>
internal sealed record HomeTaken(IReadOnlyList<string> Changed, IReadOnlyList<string> Reasons);
