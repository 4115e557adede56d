using Halton.Hub.CareHomes.Validation;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What a recorded quality assessment comes to.</summary>
/// <param name="answer">What the operation answered.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class QualityAnswerGraph(QualityAnswer answer, CareHomeWordsGraph words)
{
    /// <summary>The hub's id of the assessment, a UUID.</summary>
    public Guid AssessmentId => answer.AssessmentId;

    /// <summary>The caller's validation of the home; absent when it has none.</summary>
    public ValidationGraph? Validation => answer.Validation is { } state ? new(state, words) : null;
}
