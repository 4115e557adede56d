using GraphQL;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.CareHomes.Graph;

/// <summary>What can be asked about validations and sanctions.</summary>
public sealed class ValidationQueriesGraph(GetValidation get, ListValidations list, ListSanctions listSanctions, CareHomeWordsGraph words)
{
    /// <summary>
    /// One validation, with its checks. NOT_FOUND: CARE_HOME_NOT_FOUND, VALIDATION_NOT_FOUND. INVALID_ARGUMENT: COUNCIL_REQUIRED. Needs scope
    /// system/VerificationResult.r.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="careHome">The hub's id of the home, or CQC location id.</param>
    /// <param name="council">Code of the placing council. Councils may leave it out and mean themselves; others must name it.</param>
    public async Task<ValidationGraph> Validation(IResolveFieldContext context, string careHome, string? council = null) =>
        new(await get.Run(context.Call(), careHome, council, context.CancellationToken), words);

    /// <summary>
    /// Lists validations, those that need something first; without the checks. INVALID_ARGUMENT: COUNCIL_REQUIRED, PAGE_TOKEN_INVALID (the
    /// cursor belongs to another caller or another filter). Needs scope system/VerificationResult.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="filter">Which validations; absent means all of the council.</param>
    public async Task<ValidationConnectionGraph> Validations(IResolveFieldContext context, int first = 20, string? after = null, ValidationFilter? filter = null) =>
        new(await list.Run(context.Call(), filter ?? new ValidationFilter(), first, after, context.CancellationToken), words);

    /// <summary>
    /// Lists sanctions on homes, newest first. NOT_FOUND: CARE_HOME_NOT_FOUND. INVALID_ARGUMENT: PAGE_TOKEN_INVALID. Needs scope
    /// system/Flag.s.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="first">At most this many, from 1 to 100.</param>
    /// <param name="after">Cursor of the last edge of the page before.</param>
    /// <param name="careHome">Only on this home: the hub's id, or CQC location id.</param>
    /// <param name="includeLifted">Also those that were lifted.</param>
    public async Task<SanctionConnectionGraph> Sanctions(IResolveFieldContext context, int first = 20, string? after = null, string? careHome = null, bool includeLifted = false) =>
        new(await listSanctions.Run(context.Call(), careHome, includeLifted, first, after, context.CancellationToken), words);
}
