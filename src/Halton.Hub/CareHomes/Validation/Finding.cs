namespace Halton.Hub.CareHomes.Validation;

/// <summary>What one check found. A check that looks at several things answers with the gravest of them, and tells of all that are as grave or are no pass.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Evidence">What was found, in words, without a word about a person.</param>
/// <param name="Source">Who says so: cqc, host-authority, pamms, council, provider or hub.</param>
/// <param name="EvidenceDate">The day of the evidence; null when there is none.</param>
/// <param name="Conditions">What must be kept to when it is a warning or a review. They are told to everybody who places, so they give no evidence away.</param>
internal sealed record Finding(CheckOutcome Outcome, string Evidence, string Source, DateOnly? EvidenceDate, IReadOnlyList<string> Conditions)
{
    /// <summary>Finds the gravest of several things.</summary>
    /// <param name="source">Who says so.</param>
    /// <param name="date">The day of the evidence.</param>
    /// <param name="inOrder">What to say when none of them is there.</param>
    /// <param name="found">What was found; null for what was not.</param>
    public static Finding Of(string source, DateOnly? date, string inOrder, params IEnumerable<Mark?> found)
    {
        List<Mark> marks = [.. found.OfType<Mark>()];
        return marks.Count == 0
            ? new Finding(CheckOutcome.Pass, inOrder, source, date, [])
            : new Finding(
                marks.Max(m => m.Outcome), string.Join(' ', marks.Select(m => m.Words)), source, date, [.. marks.Where(m => m.Condition is not null).Select(m => m.Condition!).Distinct()]);
    }

    /// <summary>A finding without conditions.</summary>
    public static Finding Of(CheckOutcome outcome, string evidence, string source, DateOnly? date = null) => new(outcome, evidence, source, date, []);
}
