using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// A service that speaks in messages answers a referral: takes it, does not, or has done its work. Steps that a message leaves out are taken as they were
/// asked: triaged to the tier that was asked for, one team of the tier's first type. Faults: REFERRAL_NOT_FOUND and those of the steps.
/// </summary>
public sealed class RespondToReferral(ReferralForChange referrals, CareRules rules, CodeSystems codes, WorkingDays days, TimeProvider clock)
{
    private const string Role = "message";

    /// <summary>Runs it once.</summary>
    /// <param name="call">The permitted call.</param>
    /// <param name="request">What is answered.</param>
    /// <param name="message">The message.</param>
    /// <param name="ct">Ends it early.</param>
    public async Task<ReferralState> Run(Call call, Request request, ReceivedMessage message, CancellationToken ct)
    {
        var settings = await rules.Now(ct);
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag, message);
        var text = request.Answer == ReferralAnswer.Rejected ? null : check.OptionalText(request.Text, "text", 500, lines: true);
        var (reason, outcome, contact) = ("", "", (Contact?)null);
        switch (request.Answer)
        {
            case ReferralAnswer.Rejected:
                (reason, text) = RejectReferral.Why(check, codes, request.Reason, request.Text, today);
                break;
            case ReferralAnswer.Final:
                outcome = codes.Check(check, "outcome", ReferralCodes.Outcome, request.Outcome, today, required: true)?.Code ?? "";
                contact = request.ContactedAt is null ? null : new Contact(check.Past(request.ContactedAt, "contacted_at", clock.GetUtcNow()), ReferralCodes.FaceToFace, null, null);
                break;
            default:
                break;
        }

        check.Settle();
        var kind = request.Answer switch { ReferralAnswer.Rejected => ReferralEvents.Rejected, ReferralAnswer.Final => ReferralEvents.Completed, _ => ReferralEvents.Accepted };
        return await referrals.Run(call, request, asked, kind, Rule, ct, ReferralParties.Performer, message);

        Task Rule(Save save, Referral referral)
        {
            if (request.Answer == ReferralAnswer.Rejected)
            {
                referral.Reject(reason, text, save.Now);
                return Task.CompletedTask;
            }

            var care = settings.Service(referral.Service);
            var tier = settings.TierOf(care, referral.Tier);
            Take(save, referral, care, tier);
            if (request.Answer == ReferralAnswer.Final)
            {
                Finish(save, referral, tier);
            }

            return Task.CompletedTask;
        }

        void Take(Save save, Referral referral, CareService care, CareTier tier)
        {
            if (referral.State == Referral.Requested)
            {
                referral.TriageAs(
                    new Triage(1, tier.Code, referral.Conditions, [], [], save.Now, Role, null), referral.AgreedOn, tier.Timing(care.Hours, referral.RequestedAt, referral.AgreedOn, days.IsBankHoliday), save.Now);
            }

            if (request.Answer == ReferralAnswer.Interim || referral.State == Referral.Received)
            {
                referral.Accept(save.Now);
            }
        }

        void Finish(Save save, Referral referral, CareTier tier)
        {
            if (contact is not null && referral.FirstContactAt is null)
            {
                if (referral.History.Allocations.Count == 0)
                {
                    referral.Allocate(new Allocation(tier.TeamTypes[0], [], save.Now, Role), save.Now);
                }

                referral.Meet(contact, save.Now);
            }

            referral.Complete(outcome, text, tier.FollowUpDue(referral.FirstContactAt), save.Now);
        }
    }

    /// <summary>The answer.</summary>
    public sealed record Request(
        string RequestId, string? ReferralId, ReferralAnswer Answer, Coding? Reason, Coding? Outcome, DateTimeOffset? ContactedAt, string? Text, string? Etag);
}
