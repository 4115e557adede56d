using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>Names a team that responds; more than one can be named. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, NOT_ACCEPTED, ETAG_MISMATCH.</summary>
public sealed class AllocateTeam(ReferralForChange referrals, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var team = codes.Check(check, "team_type", ReferralCodes.TeamType, request.TeamType, today, required: true)?.Code ?? "";
        var disciplines = ReferralLists.Check(check, codes, "disciplines", ReferralCodes.Discipline, request.Disciplines, today);
        check.That(request.Disciplines.Count > 0, "disciplines", "REQUIRED", "Name who goes.");
        var role = check.Text(request.AllocatedByRole, "allocated_by_role", 60);
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.Allocated, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            referral.Allocate(new Allocation(team, disciplines, save.Now, role), save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, Coding? TeamType, IReadOnlyList<Coding> Disciplines, string AllocatedByRole, string Etag);
}
