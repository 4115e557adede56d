using GraphQL;
using Halton.Hub.Placement.Offers;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Placement.Graph;

/// <summary>What can be changed about offers. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class OfferMutationsGraph(OfferPlacement offer, AnswerOffer answer, WithdrawOffer withdraw, ConfirmPlacement confirm, PlacementWordsGraph words)
{
    /// <summary>
    /// Asks the home of a held bed whether it takes the person. FAILED_PRECONDITION: RESERVATION_ENDED, ASSESSMENT_OUT_OF_DATE,
    /// STILL_MEETS_CRITERIA, NO_AGREEMENT, HOME_HAS_NO_PROGRAM, ACCEPTED_ELSEWHERE. ALREADY_EXISTS: ALREADY_OFFERED. Needs scope system/Task.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The offer.</param>
    public async Task<OfferGraph> OfferPlacement(IResolveFieldContext context, OfferPlacementInputGraph input) =>
        new(await offer.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>
    /// The home's answer: it takes the person, does not, or judges the assessment to be wrong. FAILED_PRECONDITION: OFFER_ENDED,
    /// RESERVATION_ENDED, ACCEPTED_ELSEWHERE. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The answer.</param>
    public async Task<OfferGraph> AnswerOffer(IResolveFieldContext context, AnswerOfferInputGraph input) =>
        new(await answer.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>Takes an offer back, and lets the bed go. FAILED_PRECONDITION: OFFER_ENDED. ABORTED: ETAG_MISMATCH. Needs scope system/Task.u.</summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The offer.</param>
    public async Task<OfferGraph> WithdrawOffer(IResolveFieldContext context, WithdrawOfferInputGraph input) =>
        new(await withdraw.Run(context.Call(), input.Read(), context.CancellationToken), words);

    /// <summary>
    /// The person has moved in: placement, bed, capacity and the stay in hospital change together. FAILED_PRECONDITION: OFFER_NOT_ACCEPTED,
    /// RESERVATION_ENDED, NOT_VALIDATED, HOST_NOT_NOTIFIED. ALREADY_EXISTS: PLACEMENT_ALREADY_RECORDED, ALREADY_PLACED. ABORTED: ETAG_MISMATCH.
    /// Needs scope system/EpisodeOfCare.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">The placement.</param>
    public async Task<PlacementGraph> ConfirmPlacement(IResolveFieldContext context, ConfirmPlacementInputGraph input) =>
        words.Tell(await confirm.Run(context.Call(), input.Read(), context.CancellationToken));
}
