using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.Referrals;

/// <summary>Requests about referrals that are right, for tests to change.</summary>
internal static class Referring
{
    public static CreateReferralRequest Refer(Action<CreateReferralRequest>? change = null)
    {
        var person = Admission();
        var request = new CreateReferralRequest
        {
            RequestId = RequestId(),
            Service = "hicafs",
            Patient = person.Patient,
            NhsNumber = person.NhsNumber,
            NhsNumberStatus = person.NhsNumberStatus,
            Tier = Code("crisis"),
            Conditions = { Code("falls") },
            ReasonText = "Fell in the kitchen, no injury seen, cannot get about alone.",
        };
        change?.Invoke(request);
        return request;
    }

    public static CreateReferralRequest FromHospital(string discharge, string tier = "halton-72h", string service = "hicafs", string agreedOn = "") => new()
    {
        RequestId = RequestId(),
        Service = service,
        DischargeId = discharge,
        Tier = Code(tier),
        AgreedOn = agreedOn,
        ReasonText = "Going home with reablement.",
    };

    public static TriageReferralRequest Triage(Referral of, string tier = "crisis", Action<TriageReferralRequest>? change = null)
    {
        var request = new TriageReferralRequest
        {
            RequestId = RequestId(),
            ReferralId = of.ReferralId,
            Tier = Code(tier),
            Conditions = { Code("falls") },
            Disciplines = { Code("physiotherapist"), Code("nurse") },
            TriagedAt = HoursAgo(0),
            TriagedByRole = "triage nurse",
            Etag = of.Etag,
        };
        change?.Invoke(request);
        return request;
    }

    public static AmendReferralRequest Amend(Referral of, string reason, params string[] conditions) =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, ReasonText = reason, Conditions = { conditions.Select(Code) }, Etag = of.Etag };

    public static AcceptReferralRequest Accept(Referral of) => new() { RequestId = RequestId(), ReferralId = of.ReferralId, Etag = of.Etag };

    public static RejectReferralRequest Reject(Referral of, string reason = "40", string text = "") =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, Reason = Code(reason), Text = text, Etag = of.Etag };

    public static RedirectReferralRequest Redirect(Referral of, string service = "council-reablement", string? tier = "reablement") =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, Service = service, Tier = tier is null ? null : Code(tier), Reason = Code("23"), Etag = of.Etag };

    public static AllocateTeamRequest Allocate(Referral of) =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, TeamType = Code("51"), Disciplines = { Code("physiotherapist") }, AllocatedByRole = "coordinator", Etag = of.Etag };

    public static RecordContactRequest Contact(Referral of, string kind = "face-to-face") =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, ContactedAt = HoursAgo(0), Kind = Code(kind), Discipline = Code("physiotherapist"), Etag = of.Etag };

    public static CompleteReferralRequest Complete(Referral of, string outcome = "independent") =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, Outcome = Code(outcome), Etag = of.Etag };

    public static CancelReferralRequest Cancel(Referral of, string reason = "07", string text = "") =>
        new() { RequestId = RequestId(), ReferralId = of.ReferralId, Reason = Code(reason), Text = text, Etag = of.Etag };

    public static GetReferralRequest Whole(string id) => new() { ReferralId = id, View = ReferralView.Full };

    public static Coding Code(string code) => new() { Code = code };

    /// <summary>A person ready to go home on a pathway.</summary>
    public static async Task<DischargeStatus> Ready(HubUnderTest hub, string pathway = "P1", Action<RecordAdmissionRequest>? change = null)
    {
        var ward = hub.Discharges("rww");
        var stay = await ward.RecordAdmissionAsync(Admission(change));
        stay = await ward.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 20));
        return await ward.AssignPathwayAsync(Assign(stay.DischargeId, pathway, stay.Etag));
    }
}
