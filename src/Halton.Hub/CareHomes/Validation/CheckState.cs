namespace Halton.Hub.CareHomes.Validation;

/// <summary>One check with its evidence.</summary>
/// <param name="Code">A code of validation-check, 01 to 12.</param>
/// <param name="Outcome">A code of check-outcome.</param>
/// <param name="Evidence">What was found, in words; empty when it is not the reader's to see.</param>
/// <param name="Source">Who says so: cqc, host-authority, pamms, council, provider or hub.</param>
/// <param name="EvidenceDate">The day of the evidence.</param>
public sealed record CheckState(string Code, string Outcome, string Evidence, string Source, DateOnly? EvidenceDate);
