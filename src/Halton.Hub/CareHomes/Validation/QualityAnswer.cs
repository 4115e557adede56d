namespace Halton.Hub.CareHomes.Validation;

/// <summary>What a recorded quality assessment comes to.</summary>
/// <param name="AssessmentId">The hub's id of the assessment.</param>
/// <param name="Validation">The council's validation of the home; null when it has none.</param>
public sealed record QualityAnswer(Guid AssessmentId, ValidationState? Validation);
