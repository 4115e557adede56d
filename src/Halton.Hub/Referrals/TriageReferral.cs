using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// The service says how urgent a referral is; the breach time follows. Done again when facts change: earlier triages are kept. Faults:
/// REFERRAL_NOT_FOUND, REFERRAL_ENDED, RESPONSE_BEGUN, TIER_NOT_ANSWERED, TIER_NOT_FROM_HOSPITAL, TIER_FROM_HOSPITAL_ONLY, TOO_YOUNG, ETAG_MISMATCH.
/// </summary>
public sealed class TriageReferral(ReferralForChange referrals, CareRules rules, CodeSystems codes, WorkingDays days, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public async Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var settings = await rules.Now(ct);
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var tier = codes.Check(check, "tier", ReferralCodes.Tier, request.Tier, today, required: true)?.Code ?? "";
        var agreed = check.OptionalDay(request.AgreedOn, "agreed_on");
        var triage = new Triage(
            1,
            tier,
            ReferralLists.Check(check, codes, "conditions", ReferralCodes.Condition, request.Conditions, today),
            ReferralLists.Check(check, codes, "exclusions", ReferralCodes.Exclusion, request.Exclusions, today),
            ReferralLists.Check(check, codes, "disciplines", ReferralCodes.Discipline, request.Disciplines, today),
            check.Past(request.TriagedAt, "triaged_at", clock.GetUtcNow()),
            check.Text(request.TriagedByRole, "triaged_by_role", 60),
            check.OptionalText(request.Note, "note", 1000, lines: true));
        Suitability.Check(check, settings.Tiers.GetValueOrDefault(tier), triage.Conditions, agreed, today);
        check.Settle();
        return await referrals.Run(call, request, asked, ReferralEvents.Triaged, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            var care = settings.Service(referral.Service);
            var known = settings.TierOf(care, tier);
            Suitability.Demand(known, referral.FromHospitalBed, referral.Patient, today);
            referral.DemandAfterReferral(triage.TriagedAt, "triaged_at");
            referral.TriageAs(triage, agreed, known.Timing(care.Hours, referral.RequestedAt, agreed, days.IsBankHoliday), save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId,
        string ReferralId,
        Coding? Tier,
        IReadOnlyList<Coding> Conditions,
        IReadOnlyList<Coding> Exclusions,
        IReadOnlyList<Coding> Disciplines,
        string? AgreedOn,
        DateTimeOffset? TriagedAt,
        string TriagedByRole,
        string? Note,
        string Etag);
}
