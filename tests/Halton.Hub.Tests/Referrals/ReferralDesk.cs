using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Referral = Halton.Hub.Contracts.Referral.V1.Referral;

namespace Halton.Hub.Tests.Referrals;

/// <summary>The operations of referrals without a door, for tests whose clock no access token survives.</summary>
internal sealed class ReferralDesk(HubUnderTest hub)
{
    private const string Team = "hicafs";

    public async Task<Referral> Create(CreateReferralRequest request, string partner = "rbn") =>
        Told(await The<CreateReferral>().Run(hub.CallOf(partner, "CreateReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Triage(TriageReferralRequest request, string partner = Team) =>
        Told(await The<TriageReferral>().Run(hub.CallOf(partner, "TriageReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Accept(AcceptReferralRequest request, string partner = Team) =>
        Told(await The<AcceptReferral>().Run(hub.CallOf(partner, "AcceptReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Reject(RejectReferralRequest request, string partner = Team) =>
        Told(await The<RejectReferral>().Run(hub.CallOf(partner, "RejectReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Redirect(RedirectReferralRequest request, string partner = Team) =>
        Told(await The<RedirectReferral>().Run(hub.CallOf(partner, "RedirectReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Allocate(AllocateTeamRequest request, string partner = Team) =>
        Told(await The<AllocateTeam>().Run(hub.CallOf(partner, "AllocateTeam"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Contact(RecordContactRequest request, string partner = Team) =>
        Told(await The<RecordContact>().Run(hub.CallOf(partner, "RecordContact"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Complete(CompleteReferralRequest request, string partner = Team) =>
        Told(await The<CompleteReferral>().Run(hub.CallOf(partner, "CompleteReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Cancel(CancelReferralRequest request, string partner = Team) =>
        Told(await The<CancelReferral>().Run(hub.CallOf(partner, "CancelReferral"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> FollowUp(RecordFollowUpRequest request, string partner = Team) =>
        Told(await The<RecordFollowUp>().Run(hub.CallOf(partner, "RecordFollowUp"), ReferralRequests.Read(request), CancellationToken.None));

    public async Task<Referral> Get(string id, string partner = Team) =>
        Told(await The<GetReferral>().Run(hub.CallOf(partner, "GetReferral"), id, full: true, CancellationToken.None));

    public async Task<IReadOnlyList<Referral>> List(ListReferralsRequest request, string partner = Team)
    {
        var page = await The<ListReferrals>().Run(hub.CallOf(partner, "ListReferrals"), ReferralRequests.Read(request), request.PageSize, request.PageToken, full: false, CancellationToken.None);
        return [.. page.Referrals.Select(Told)];
    }

    private Referral Told(Halton.Hub.Referrals.ReferralState state) => The<ReferralMessages>().Tell(state);

    private T The<T>()
        where T : notnull => hub.Services.GetRequiredService<T>();
}
