using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What can be changed about validations and what they rest on. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class ValidationMutationsGraph(
    RecordHostReply recordHostReply,
    RecordQualityAssessment recordQualityAssessment,
    RecordContract recordContract,
    RecordAssessorAgreement recordAssessorAgreement,
    RecordSharingAgreement recordSharingAgreement,
    OverrideValidation overrideValidation,
    ImposeSanction imposeSanction,
    LiftSanction liftSanction,
    CareHomeWordsGraph words)
{
    /// <summary>
    /// Records that a host authority was told and asked about a home outside the council's area, and what it answered. It opens the validation, and an
    /// answer after the reopening of one is fresh evidence. FAILED_PRECONDITION: IN_BOROUGH. Needs scope system/VerificationResult.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The contact.</param>
    public async Task<ValidationGraph> RecordHostReply(IResolveFieldContext context, RecordHostReplyInputGraph input) =>
        new(await recordHostReply.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Records a quality assessment (PAMMS) of a home. Needs scope system/VerificationResult.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The assessment.</param>
    public async Task<QualityAnswerGraph> RecordQualityAssessment(IResolveFieldContext context, RecordQualityAssessmentInputGraph input) =>
        new(await recordQualityAssessment.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Records a contract with a home. ALREADY_EXISTS: CONTRACT_ALREADY_RECORDED. Needs scope system/Contract.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The contract.</param>
    public async Task<ContractGraph> RecordContract(IResolveFieldContext context, RecordContractInputGraph input) =>
        new(await recordContract.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Records an agreement of a home with an organisation of trusted assessors. Needs scope system/Contract.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The agreement.</param>
    public async Task<AssessorAgreementGraph> RecordAssessorAgreement(IResolveFieldContext context, RecordAssessorAgreementInputGraph input) =>
        new(await recordAssessorAgreement.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>Records an agreement to share information with a host authority. Needs scope system/Contract.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The agreement.</param>
    public async Task<SharingAgreementGraph> RecordSharingAgreement(IResolveFieldContext context, RecordSharingAgreementInputGraph input) =>
        new(await recordSharingAgreement.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Lets people be placed although the checks say otherwise, on the word of a named senior officer. Deregistration and dormancy cannot be
    /// overridden. FAILED_PRECONDITION: NOTHING_TO_OVERRIDE, CANNOT_BE_OVERRIDDEN. ABORTED: ETAG_MISMATCH. Needs scope system/VerificationResult.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The override.</param>
    public async Task<ValidationGraph> OverrideValidation(IResolveFieldContext context, OverrideValidationInputGraph input) =>
        new(await overrideValidation.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Imposes a sanction on a home. ALREADY_EXISTS: SANCTION_ALREADY_IMPOSED. Needs scope system/Flag.c.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The sanction.</param>
    public async Task<SanctionGraph> ImposeSanction(IResolveFieldContext context, ImposeSanctionInputGraph input) =>
        new(await imposeSanction.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Lifts a sanction. NOT_FOUND: SANCTION_NOT_FOUND. FAILED_PRECONDITION: SANCTION_LIFTED. ABORTED: ETAG_MISMATCH. Needs scope system/Flag.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The lifting.</param>
    public async Task<SanctionGraph> LiftSanction(IResolveFieldContext context, LiftSanctionInputGraph input) =>
        new(await liftSanction.Run(context.Call(), input.Read(), context.CancellationToken), words);
}
