using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Transport.Grpc;
using WireCode = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Referrals;

/// <summary>Reads requests as they come over gRPC.</summary>
internal static class ReferralRequests
{
    public static CreateReferral.Request Read(CreateReferralRequest r) => new(
        r.RequestId,
        r.Service,
        r.DischargeId,
        WirePatient.Read(r.Patient),
        r.NhsNumber,
        WireCoding.Read(r.NhsNumberStatus),
        WireCoding.Read(r.Tier),
        Codes(r.Conditions),
        Codes(r.Exclusions),
        r.ReasonText,
        r.AgreedOn,
        WireMoment.Read(r.ReferredAt, "referred_at"),
        WireMoment.Read(r.NeededBy, "needed_by"));

    public static TriageReferral.Request Read(TriageReferralRequest r) => new(
        r.RequestId,
        r.ReferralId,
        WireCoding.Read(r.Tier),
        Codes(r.Conditions),
        Codes(r.Exclusions),
        Codes(r.Disciplines),
        r.AgreedOn,
        WireMoment.Read(r.TriagedAt, "triaged_at"),
        r.TriagedByRole,
        r.Note,
        r.Etag);

    public static AmendReferral.Request Read(AmendReferralRequest r) =>
        new(r.RequestId, r.ReferralId, Codes(r.Conditions), r.ReasonText, WireMoment.Read(r.NeededBy, "needed_by"), r.Etag);

    public static AcceptReferral.Request Read(AcceptReferralRequest r) => new(r.RequestId, r.ReferralId, r.Etag);

    public static RejectReferral.Request Read(RejectReferralRequest r) => new(r.RequestId, r.ReferralId, WireCoding.Read(r.Reason), r.Text, r.Etag);

    public static RedirectReferral.Request Read(RedirectReferralRequest r) =>
        new(r.RequestId, r.ReferralId, r.Service, WireCoding.Read(r.Tier), WireCoding.Read(r.Reason), r.Text, r.Etag);

    public static AllocateTeam.Request Read(AllocateTeamRequest r) =>
        new(r.RequestId, r.ReferralId, WireCoding.Read(r.TeamType), Codes(r.Disciplines), r.AllocatedByRole, r.Etag);

    public static RecordContact.Request Read(RecordContactRequest r) =>
        new(r.RequestId, r.ReferralId, WireMoment.Read(r.ContactedAt, "contacted_at"), WireCoding.Read(r.Kind), WireCoding.Read(r.Discipline), r.Note, r.Etag);

    public static CompleteReferral.Request Read(CompleteReferralRequest r) => new(r.RequestId, r.ReferralId, WireCoding.Read(r.Outcome), r.Text, r.Etag);

    public static CancelReferral.Request Read(CancelReferralRequest r) => new(r.RequestId, r.ReferralId, WireCoding.Read(r.Reason), r.Text, r.Etag);

    public static RecordFollowUp.Request Read(RecordFollowUpRequest r) => new(r.RequestId, r.ReferralId, WireCoding.Read(r.Outcome), r.FollowedUpOn, r.Etag);

    public static ReferralFilter Read(ListReferralsRequest r)
    {
        var check = new FieldChecks();
        check.That(
            r.States.All(s => s != Contracts.Referral.V1.ReferralState.Unspecified && System.Enum.IsDefined(s)), "states", "CODE_UNKNOWN", $"Any of {string.Join(", ", Referral.States)}.");
        var filter = new ReferralFilter
        {
            States = [.. r.States.Select(ReferralMessages.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Tiers = [.. r.Tiers.Distinct().Order(StringComparer.Ordinal)],
            Service = r.Service.Given(),
            BreachBefore = WireMoment.Read(r.BreachBefore, "breach_before"),
            DischargeId = r.DischargeId.Given(),
            JourneyId = r.JourneyId.Given(),
            FollowUpDueBy = check.OptionalDay(r.FollowUpDueBy, "follow_up_due_by"),
        };
        check.Settle();
        return filter;
    }

    private static List<Coding> Codes(IEnumerable<WireCode> codes) => [.. codes.Select(code => WireCoding.Read(code)!)];
}
