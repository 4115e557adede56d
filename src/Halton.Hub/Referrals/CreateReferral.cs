using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Patients;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Referrals;

/// <summary>
/// Refers a person to a service: one in hospital by the stay, which links both records, or anybody else by who the person is. Both clocks start
/// at once: what the hub has, the service has. Faults: SERVICE_NOT_FOUND, TIER_NOT_ANSWERED, DISCHARGE_NOT_FOUND, STAY_CLOSED,
/// PATHWAY_HAS_NO_REFERRAL, TIER_NOT_FROM_HOSPITAL, TIER_FROM_HOSPITAL_ONLY, TOO_YOUNG, EXCLUDED, REFERRAL_ALREADY_OPEN.
/// </summary>
public sealed class CreateReferral(OneSave saves, CareRules rules, CodeSystems codes, WorkingDays days, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ct">Ends it early.</param>
    /// <param name="message">The message that asks for it, if one does.</param>
    public async Task<ReferralState> Run(Call call, Request request, CancellationToken ct, ReceivedMessage? message = null)
    {
        var settings = await rules.Now(ct);
        var now = clock.GetUtcNow().Kept();
        var check = new FieldChecks();
        var requestId = check.Id(request.RequestId, "request_id");
        var service = check.Text(request.Service, "service", 60);
        var asked = Asked(check, request, settings, now);
        var person = Person(check, request, now);
        check.Settle();
        var (care, tier) = (settings.Service(service), settings.TierOf(settings.Service(service), asked.Tier));
        if (asked.Excluded)
        {
            throw ReferralFaults.Excluded();
        }

        return await saves.Run(call, requestId, request, save => Refer(save, care, tier, asked, person, message, ct), r => r.Id, ct);
    }

    private async Task<ReferralState> Refer(Save save, CareService care, CareTier tier, Wanted asked, Named? person, ReceivedMessage? message, CancellationToken ct)
    {
        var stay = asked.StayId is { } id ? await ReferredStay.Of(save, id, ct) : null;
        stay?.DemandReferable();
        var patient = stay?.Patient ?? person!.Patient;
        Suitability.Demand(tier, stay is not null, patient, LondonTime.Day(save.Now));
        var timing = tier.Timing(care.Hours, save.Now, asked.AgreedOn, days.IsBankHoliday).By(asked.NeededBy);
        var area = patient.LocalAuthority;
        var referral = new Referral
        {
            Id = Guid.CreateVersion7(save.Now),
            JourneyId = Guid.CreateVersion7(save.Now),
            JourneyStartedAt = save.Now,
            Service = care.Code,
            Performer = care.Organization,
            Requester = save.Organization,
            Trust = stay?.Trust,
            Council = stay is not null ? stay.Council : await save.Db.Organizations.Where(o => o.LocalAuthority != null && o.LocalAuthority == area).Select(o => o.Code).FirstOrDefaultAsync(ct),
            StayId = asked.StayId,
            NhsNumber = stay is not null ? stay.NhsNumber : person!.NhsNumber,
            NhsNumberStatus = stay is not null ? stay.NhsNumberStatus : person!.Status,
            Patient = patient,
            FromHospitalBed = stay is not null,
            RequestedTier = tier.Code,
            Tier = tier.Code,
            Conditions = [.. asked.Conditions],
            ReasonText = asked.ReasonText,
            AgreedOn = asked.AgreedOn,
            ReferredAt = asked.ReferredAt,
            RequestedAt = save.Now,
            DueElapsed = timing.DueElapsed,
            DueService = timing.DueService,
            BreachAt = timing.BreachAt,
            WarnAt = timing.WarnAt,
            ChangedAt = save.Now,
        };
        save.Db.Add(referral);
        message?.Keep(save, referral.Id);
        save.Tell(ReferralEvents.Created, referral);
        return ReferralState.Of(referral).InFull(referral.Patient, referral.History, save.Organization);
    }

    private Wanted Asked(FieldChecks check, Request request, CareSettings settings, DateTimeOffset now)
    {
        var today = LondonTime.Day(now);
        var tier = codes.Check(check, "tier", ReferralCodes.Tier, request.Tier, today, required: true)?.Code ?? "";
        var known = settings.Tiers.GetValueOrDefault(tier);
        var conditions = ReferralLists.Check(check, codes, "conditions", ReferralCodes.Condition, request.Conditions, today);
        var exclusions = ReferralLists.Check(check, codes, "exclusions", ReferralCodes.Exclusion, request.Exclusions, today);
        var reason = check.OptionalText(request.ReasonText, "reason_text", 2000, lines: true);
        check.That(reason is not null, "reason_text", "REQUIRED", "Say in words what happened and what is needed.");
        var agreed = check.OptionalDay(request.AgreedOn, "agreed_on");
        Suitability.Check(check, known, conditions, agreed, today);
        var at = request.ReferredAt is null ? now : check.Past(request.ReferredAt, "referred_at", now);
        check.That(request.NeededBy is not { } by || by > now, "needed_by", "IN_THE_PAST", "The moment has passed.");
        var stay = string.IsNullOrEmpty(request.DischargeId) ? (Guid?)null : check.Id(request.DischargeId, "discharge_id");
        return new Wanted(tier, conditions, exclusions.Count > 0, reason ?? "", agreed, at, request.NeededBy?.Kept(), stay);
    }

    private Named? Person(FieldChecks check, Request request, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(request.DischargeId))
        {
            var (number, status) = NhsNumberField.Check(check, codes, request.NhsNumber, request.NhsNumberStatus, LondonTime.Day(now));
            var patient = PatientField.Check(check, request.Patient, LondonTime.Day(now));
            return patient is null ? null : new Named(patient, number?.Digits, status);
        }

        check.That(request.Patient is null, "patient", "NOT_EXPECTED", "The person is the one in hospital.");
        check.That(string.IsNullOrEmpty(request.NhsNumber), "nhs_number", "NOT_EXPECTED", "The person is the one in hospital.");
        check.That(request.NhsNumberStatus is null or { Code: "" }, "nhs_number_status", "NOT_EXPECTED", "The person is the one in hospital.");
        return null;
    }

    /// <summary>The request.</summary>
    public sealed record Request(
        string RequestId,
        string Service,
        string? DischargeId,
        PatientField.Request? Patient,
        string? NhsNumber,
        Coding? NhsNumberStatus,
        Coding? Tier,
        IReadOnlyList<Coding> Conditions,
        IReadOnlyList<Coding> Exclusions,
        string ReasonText,
        string? AgreedOn,
        DateTimeOffset? ReferredAt,
        DateTimeOffset? NeededBy);

    private sealed record Wanted(
        string Tier, IReadOnlyList<string> Conditions, bool Excluded, string ReasonText, DateOnly? AgreedOn, DateTimeOffset ReferredAt, DateTimeOffset? NeededBy, Guid? StayId);

    private sealed record Named(Patient Patient, string? NhsNumber, string Status);
}
