using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL.Fhir;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>One check with its evidence. FHIR: VerificationResult.primarySource.</summary>
/// <param name="check">The check.</param>
/// <param name="words">Gives codes their wording.</param>
public sealed class ValidationCheckGraph(CheckState check, CareHomeWordsGraph words)
{
    /// <summary>Hub code system validation-check, 01 to 12.</summary>
    public CodingGraph Code => words.Code(CareHomeCodes.ValidationCheck, check.Code);

    /// <summary>Hub code system check-outcome.</summary>
    public CodingGraph Outcome => words.Code(CareHomeCodes.CheckOutcome, check.Outcome);

    /// <summary>What was found, in words; absent when it is the placing council's alone.</summary>
    public string? Evidence => check.Evidence.Length > 0 ? check.Evidence : null;

    /// <summary>Who says so: cqc, host-authority, pamms, council, provider or hub.</summary>
    public string Source => check.Source;

    /// <summary>The day of the evidence.</summary>
    public DateOnly? EvidenceDate => check.EvidenceDate;
}
