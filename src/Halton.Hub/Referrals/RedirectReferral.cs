using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// Passes a referral on to another service: this one ends, and a new one begins there for the same requester, under the same journey, with clocks of
/// its own. Faults: REFERRAL_NOT_FOUND, REFERRAL_ENDED, SERVICE_NOT_FOUND, SAME_SERVICE, TIER_NOT_ANSWERED, TIER_NOT_FROM_HOSPITAL,
/// TIER_FROM_HOSPITAL_ONLY, TOO_YOUNG, REFERRAL_ALREADY_OPEN, ETAG_MISMATCH.
/// </summary>
public sealed class RedirectReferral(ReferralForChange referrals, CareRules rules, CodeSystems codes, WorkingDays days, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public async Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var settings = await rules.Now(ct);
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var service = check.Text(request.Service, "service", 60);
        var wished = codes.Check(check, "tier", ReferralCodes.Tier, request.Tier, today, required: false)?.Code;
        var (reason, text) = RejectReferral.Why(check, codes, request.Reason, request.Text, today);
        check.Settle();
        var care = settings.Service(service);
        return await referrals.Run(call, request, asked, ReferralEvents.Redirected, Rule, ct);

        async Task Rule(Save save, Referral referral)
        {
            if (care.Code == referral.Service)
            {
                throw ReferralFaults.SameService();
            }

            var tier = settings.TierOf(care, wished ?? referral.Tier);
            Suitability.Demand(tier, referral.FromHospitalBed, referral.Patient, today);
            if (tier.Governs == CareTier.ByAgreedDay && referral.AgreedOn is null)
            {
                throw Fault.Invalid("tier", "NO_AGREED_DAY", "This tier goes by an agreed day, and the referral has none.");
            }

            var next = Onward(referral, care, tier, save);
            referral.Redirect(next.Id, reason, text, save.Now);

            // The one that ends is saved first, and makes room for the one that begins, which its old performer may not see.
            await save.As(ReferralPolicy.System, () => Task.FromResult(Begin(save, next)), ct);
        }
    }

    private static Guid Begin(Save save, Referral next)
    {
        save.Db.Add(next);
        save.Tell(ReferralEvents.Created, next);
        return next.Id;
    }

    private Referral Onward(Referral from, CareService care, CareTier tier, Save save)
    {
        var timing = tier.Timing(care.Hours, save.Now, from.AgreedOn, days.IsBankHoliday);
        return new Referral
        {
            Id = Guid.CreateVersion7(save.Now),
            JourneyId = from.JourneyId,
            JourneyStartedAt = from.JourneyStartedAt,
            RedirectedFrom = from.Id,
            Service = care.Code,
            Performer = care.Organization,
            Requester = from.Requester,
            Trust = from.Trust,
            Council = from.Council,
            StayId = from.StayId,
            NhsNumber = from.NhsNumber,
            NhsNumberStatus = from.NhsNumberStatus,
            Patient = from.Patient,
            FromHospitalBed = from.FromHospitalBed,
            RequestedTier = tier.Code,
            Tier = tier.Code,
            Conditions = [.. from.Conditions],
            ReasonText = from.ReasonText,
            AgreedOn = tier.Governs == CareTier.ByAgreedDay ? from.AgreedOn : null,
            ReferredAt = from.ReferredAt,
            RequestedAt = save.Now,
            DueElapsed = timing.DueElapsed,
            DueService = timing.DueService,
            BreachAt = timing.BreachAt,
            WarnAt = timing.WarnAt,
            ChangedAt = save.Now,
        };
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, string Service, Coding? Tier, Coding? Reason, string? Text, string Etag);
}
