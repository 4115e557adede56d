using Halton.Hub.Access;
using Halton.Hub.Data;
using Halton.Hub.Foundation;

namespace Halton.Hub.Referrals;

/// <summary>
/// Somebody of the service was in touch with the person; the first contact face to face stops the clocks. Faults: REFERRAL_NOT_FOUND,
/// REFERRAL_ENDED, NOT_ACCEPTED, NOT_ALLOCATED, ETAG_MISMATCH.
/// </summary>
public sealed class RecordContact(ReferralForChange referrals, CodeSystems codes, TimeProvider clock)
{
    /// <summary>Runs it once.</summary>
    public Task<ReferralState> Run(Call call, Request request, CancellationToken ct)
    {
        var (check, today) = (new FieldChecks(), clock.Today());
        var asked = ReferralForChange.Check(check, request.RequestId, request.ReferralId, request.Etag);
        var contact = new Contact(
            check.Past(request.ContactedAt, "contacted_at", clock.GetUtcNow()),
            codes.Check(check, "kind", ReferralCodes.ContactKind, request.Kind, today, required: true)?.Code ?? "",
            codes.Check(check, "discipline", ReferralCodes.Discipline, request.Discipline, today, required: true)?.Code ?? "",
            check.OptionalText(request.Note, "note", 1000, lines: true));
        check.Settle();
        return referrals.Run(call, request, asked, ReferralEvents.Contacted, Rule, ct);

        Task Rule(Save save, Referral referral)
        {
            referral.Meet(contact, save.Now);
            return Task.CompletedTask;
        }
    }

    /// <summary>The request.</summary>
    public sealed record Request(string RequestId, string ReferralId, DateTimeOffset? ContactedAt, Coding? Kind, Coding? Discipline, string? Note, string Etag);
}
