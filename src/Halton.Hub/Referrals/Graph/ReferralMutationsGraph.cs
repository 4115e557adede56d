using GraphQL;
using Halton.Hub.Transport.GraphQL;

namespace Halton.Hub.Referrals.Graph;

/// <summary>What can be changed about referrals. Every change takes a requestId, so that a repeat happens once.</summary>
public sealed class ReferralMutationsGraph(
    CreateReferral create,
    AmendReferral amend,
    TriageReferral triage,
    AcceptReferral accept,
    RejectReferral reject,
    RedirectReferral redirect,
    AllocateTeam allocate,
    RecordContact contact,
    CompleteReferral complete,
    CancelReferral cancel,
    RecordFollowUp followUp,
    ReferralWordsGraph words)
{
    /// <summary>
    /// Refers a person to a service. NOT_FOUND: SERVICE_NOT_FOUND, DISCHARGE_NOT_FOUND. FAILED_PRECONDITION: STAY_CLOSED,
    /// PATHWAY_HAS_NO_REFERRAL, TIER_NOT_ANSWERED, TIER_NOT_FROM_HOSPITAL, TIER_FROM_HOSPITAL_ONLY, TOO_YOUNG, EXCLUDED. ALREADY_EXISTS:
    /// REFERRAL_ALREADY_OPEN. Needs scope system/ServiceRequest.c.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> CreateReferral(IResolveFieldContext context, CreateReferralInputGraph input) =>
        words.Tell(await create.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// The requester says more, or otherwise, of what is asked; what is left out stays. FAILED_PRECONDITION: REFERRAL_ENDED, RESPONSE_BEGUN.
    /// ABORTED: ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> AmendReferral(IResolveFieldContext context, AmendReferralInputGraph input) =>
        words.Tell(await amend.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Says how urgent it is; the breach time follows. FAILED_PRECONDITION: REFERRAL_ENDED, RESPONSE_BEGUN, TIER_NOT_ANSWERED. ABORTED:
    /// ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> TriageReferral(IResolveFieldContext context, TriageReferralInputGraph input) =>
        words.Tell(await triage.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// The service takes a triaged referral. FAILED_PRECONDITION: REFERRAL_ENDED, NOT_TRIAGED, EXCLUDED, ALREADY_ACCEPTED. ABORTED:
    /// ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> AcceptReferral(IResolveFieldContext context, AcceptReferralInputGraph input) =>
        words.Tell(await accept.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// The service does not take it. FAILED_PRECONDITION: REFERRAL_ENDED, ALREADY_ACCEPTED. ABORTED: ETAG_MISMATCH. Needs scope
    /// system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> RejectReferral(IResolveFieldContext context, RejectReferralInputGraph input) =>
        words.Tell(await reject.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Another service goes on with it, under the same journey. NOT_FOUND: SERVICE_NOT_FOUND. FAILED_PRECONDITION: REFERRAL_ENDED,
    /// SAME_SERVICE, TIER_NOT_ANSWERED. ABORTED: ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> RedirectReferral(IResolveFieldContext context, RedirectReferralInputGraph input) =>
        words.Tell(await redirect.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Names a team that responds. FAILED_PRECONDITION: REFERRAL_ENDED, NOT_ACCEPTED. ABORTED: ETAG_MISMATCH. Needs scope
    /// system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> AllocateTeam(IResolveFieldContext context, AllocateTeamInputGraph input) =>
        words.Tell(await allocate.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Somebody of the service was in touch with the person; the first contact face to face stops the clocks. FAILED_PRECONDITION:
    /// REFERRAL_ENDED, NOT_ACCEPTED, NOT_ALLOCATED. ABORTED: ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> RecordContact(IResolveFieldContext context, RecordContactInputGraph input) =>
        words.Tell(await contact.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Ends it with an outcome. FAILED_PRECONDITION: REFERRAL_ENDED, NOT_ACCEPTED, NO_CONTACT_YET. ABORTED: ETAG_MISMATCH. Needs scope
    /// system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> CompleteReferral(IResolveFieldContext context, CompleteReferralInputGraph input) =>
        words.Tell(await complete.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// It is not needed any more; for the requester and for the service. FAILED_PRECONDITION: REFERRAL_ENDED. ABORTED: ETAG_MISMATCH. Needs
    /// scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> CancelReferral(IResolveFieldContext context, CancelReferralInputGraph input) =>
        words.Tell(await cancel.Run(context.Call(), input.Read(), context.CancellationToken));

    /// <summary>
    /// Where the person is, some time after the service began. FAILED_PRECONDITION: NOT_COMPLETED, NO_FOLLOW_UP, FOLLOW_UP_NOT_DUE,
    /// FOLLOW_UP_RECORDED. ABORTED: ETAG_MISMATCH. Needs scope system/ServiceRequest.u.
    /// </summary>
    /// <param name="context">The field.</param>
    /// <param name="input">What is asked.</param>
    public async Task<ReferralGraph> RecordFollowUp(IResolveFieldContext context, RecordFollowUpInputGraph input) =>
        words.Tell(await followUp.Run(context.Call(), input.Read(), context.CancellationToken));
}
