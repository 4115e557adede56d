using Grpc.Core;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Transport.Grpc;
using Wire = Halton.Hub.Contracts.Referral.V1;

namespace Halton.Hub.Referrals;

/// <summary>The gRPC door of referrals.</summary>
public sealed class ReferralGrpc(
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
    GetReferral get,
    ListReferrals list,
    WatchReferrals watch,
    ListCareServices services,
    ReferralMessages messages) : ReferralService.ReferralServiceBase
{
    /// <inheritdoc />
    public override async Task<Wire.Referral> CreateReferral(CreateReferralRequest request, ServerCallContext context) =>
        messages.Tell(await create.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> AmendReferral(AmendReferralRequest request, ServerCallContext context) =>
        messages.Tell(await amend.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> TriageReferral(TriageReferralRequest request, ServerCallContext context) =>
        messages.Tell(await triage.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> AcceptReferral(AcceptReferralRequest request, ServerCallContext context) =>
        messages.Tell(await accept.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> RejectReferral(RejectReferralRequest request, ServerCallContext context) =>
        messages.Tell(await reject.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> RedirectReferral(RedirectReferralRequest request, ServerCallContext context) =>
        messages.Tell(await redirect.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> AllocateTeam(AllocateTeamRequest request, ServerCallContext context) =>
        messages.Tell(await allocate.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> RecordContact(RecordContactRequest request, ServerCallContext context) =>
        messages.Tell(await contact.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> CompleteReferral(CompleteReferralRequest request, ServerCallContext context) =>
        messages.Tell(await complete.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> CancelReferral(CancelReferralRequest request, ServerCallContext context) =>
        messages.Tell(await cancel.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> RecordFollowUp(RecordFollowUpRequest request, ServerCallContext context) =>
        messages.Tell(await followUp.Run(context.Call(), ReferralRequests.Read(request), context.CancellationToken));

    /// <inheritdoc />
    public override async Task<Wire.Referral> GetReferral(GetReferralRequest request, ServerCallContext context) =>
        messages.Tell(await get.Run(context.Call(), request.ReferralId, request.View == ReferralView.Full, context.CancellationToken));

    /// <inheritdoc />
    public override async Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        var page = await list.Run(context.Call(), ReferralRequests.Read(request), request.PageSize, request.PageToken, full: false, context.CancellationToken);
        return new ListReferralsResponse { Referrals = { page.Referrals.Select(messages.Tell) }, NextPageToken = page.NextPageToken, ResumeToken = page.ResumeToken };
    }

    /// <inheritdoc />
    public override Task WatchReferrals(WatchReferralsRequest request, IServerStreamWriter<WatchReferralsResponse> responseStream, ServerCallContext context) =>
        context.Stream(watch.Run(context.Call(), request.Service, request.ResumeToken, context.CancellationToken), responseStream, messages.Tell);

    /// <inheritdoc />
    public override async Task<ListCareServicesResponse> ListCareServices(ListCareServicesRequest request, ServerCallContext context) =>
        new() { Services = { (await services.Run(context.Call(), context.CancellationToken)).Select(s => messages.Tell(s.Service, s.Tiers)) } };
}
