using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using static Halton.Hub.Tests.Referrals.Referring;

namespace Halton.Hub.Tests.Referrals;

/// <summary>What a referral cannot be, each refused by name, with nothing left behind.</summary>
public sealed class ReferralFieldTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    public static TheoryData<string, string, Action<CreateReferralRequest>> Wrong => new()
    {
        { "request_id", "NOT_A_UUID", r => r.RequestId = "1" },
        { "service", "REQUIRED", r => r.Service = "" },
        { "patient", "REQUIRED", r => r.Patient = null },
        { "patient.name.family", "REQUIRED", r => r.Patient.Name.Family = " " },
        { "patient.birth_date", "NOT_A_DATE", r => r.Patient.BirthDate = "1941-02-30" },
        { "patient.local_authority", "NOT_A_GSS_CODE", r => r.Patient.LocalAuthority = "Halton" },
        { "nhs_number", "NHS_NUMBER_INVALID", r => r.NhsNumber = "9990000000" },
        { "nhs_number", "REQUIRED", r => r.NhsNumber = "" },
        { "nhs_number_status", "REQUIRED", r => r.NhsNumberStatus = null },
        { "tier", "REQUIRED", r => r.Tier = null },
        { "tier", "CODE_UNKNOWN", r => r.Tier = Code("soon") },
        { "tier", "CODE_SYSTEM_UNKNOWN", r => r.Tier.System = "urn:x" },
        { "conditions", "REQUIRED", r => r.Conditions.Clear() },
        { "conditions[1]", "CODE_UNKNOWN", r => r.Conditions.Add(Code("hiccups")) },
        { "conditions", "TOO_MANY", r => r.Conditions.AddRange(Enumerable.Repeat(Code("falls"), 21)) },
        { "exclusions[0]", "CODE_UNKNOWN", r => r.Exclusions.Add(Code("hiccups")) },
        { "reason_text", "REQUIRED", r => r.ReasonText = "" },
        { "reason_text", "TOO_LONG", r => r.ReasonText = new string('x', 2001) },
        { "reason_text", "CONTROL_CHARACTER", r => r.ReasonText = "a\u0007" },
        { "agreed_on", "NOT_EXPECTED", r => r.AgreedOn = $"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd}" },
        { "agreed_on", "NOT_A_DATE", r => r.AgreedOn = "tomorrow" },
        { "referred_at", "IN_THE_FUTURE", r => r.ReferredAt = HoursAgo(-2) },
        { "referred_at", "NOT_A_MOMENT", r => r.ReferredAt = new Timestamp { Seconds = long.MaxValue } },
        { "needed_by", "IN_THE_PAST", r => r.NeededBy = HoursAgo(1) },
        { "discharge_id", "NOT_A_UUID", r => r.DischargeId = "1" },
        { "patient", "NOT_EXPECTED", r => r.DischargeId = RequestId() },
        { "nhs_number", "NOT_EXPECTED", r => r.DischargeId = RequestId() },
        { "nhs_number_status", "NOT_EXPECTED", r => r.DischargeId = RequestId() },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_is_named(string field, string reason, Action<CreateReferralRequest> change)
    {
        var before = await hub.Value<long>("select count(*) from referrals.referral");
        await hub.Referrals("rbn").CreateReferralAsync(Refer(change)).NamesField(field, reason);
        Assert.Equal(before, await hub.Value<long>("select count(*) from referrals.referral"));
    }

    [Fact]
    public async Task What_the_field_forbids_is_refused_by_name()
    {
        var asker = hub.Referrals("rbn");
        await asker.CreateReferralAsync(Refer(r => r.Service = "nowhere")).Refused(StatusCode.NotFound, "SERVICE_NOT_FOUND");
        await asker.CreateReferralAsync(Refer(r => r.Service = "council-community-support")).Refused(StatusCode.FailedPrecondition, "TIER_NOT_ANSWERED");
        await asker.CreateReferralAsync(Refer(r => r.Exclusions.Add(Code("sepsis")))).Refused(StatusCode.FailedPrecondition, "EXCLUDED");
        await asker.CreateReferralAsync(Refer(r => r.Patient.BirthDate = "2015")).Refused(StatusCode.FailedPrecondition, "TOO_YOUNG");
        await asker.CreateReferralAsync(Refer(r => (r.Tier, r.AgreedOn) = (Code("step-down"), $"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd}"))).Refused(StatusCode.FailedPrecondition, "TIER_FROM_HOSPITAL_ONLY");
        await asker.CreateReferralAsync(Refer(r => r.Tier = Code("step-down"))).NamesField("agreed_on", "REQUIRED");
        var once = Refer();
        await asker.CreateReferralAsync(once);
        await asker.CreateReferralAsync(Refer(r => r.NhsNumber = once.NhsNumber)).Refused(StatusCode.AlreadyExists, "REFERRAL_ALREADY_OPEN");
        Assert.Equal((await asker.CreateReferralAsync(once)).ReferralId, (await asker.CreateReferralAsync(once)).ReferralId);
        once.ReasonText = "Other words.";
        await asker.CreateReferralAsync(once).Refused(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");

        // Another one asks for the same person: that is for the service to sort out.
        await hub.Referrals("rww").CreateReferralAsync(Refer(r => r.NhsNumber = once.NhsNumber));
        await hub.Referrals("vcfse-1").CreateReferralAsync(Refer()).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_stay_leads_to_a_service_on_pathways_1_and_2_while_it_goes_on()
    {
        var trust = hub.Referrals("rww");
        var stay = await Ready(hub, "P3");
        await trust.CreateReferralAsync(FromHospital(stay.DischargeId)).Refused(StatusCode.FailedPrecondition, "PATHWAY_HAS_NO_REFERRAL");
        stay = await hub.Discharges("rww").AssignPathwayAsync(Assign(stay.DischargeId, "P2", stay.Etag, 0.5));
        await trust.CreateReferralAsync(FromHospital(stay.DischargeId, "reablement")).Refused(StatusCode.FailedPrecondition, "TIER_NOT_FROM_HOSPITAL");
        var agreed = $"{TimeProvider.System.GetUtcNow().AddDays(2):yyyy-MM-dd}";
        var asked = await trust.CreateReferralAsync(FromHospital(stay.DischargeId, "step-down", agreedOn: agreed));
        Assert.Equal((agreed, asked.Clock.DueElapsed, "routine"), (asked.AgreedOn, asked.Clock.BreachAt, asked.Priority));
        await trust.CancelReferralAsync(Cancel(asked, "13")).NamesField("text", "REQUIRED");
        await trust.CancelReferralAsync(Cancel(asked));
        stay = await hub.Discharges("rww").GetDischargeStatusAsync(People.ById(stay.DischargeId));
        Assert.Equal("cancelled", stay.Referral.State);
        await hub.Discharges("rww").ConfirmDischargeAsync(Confirm(stay.DischargeId, stay.Etag));
        await trust.CreateReferralAsync(FromHospital(stay.DischargeId)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
    }

    [Fact]
    public async Task Later_steps_name_their_fields_too()
    {
        var team = hub.Referrals("hicafs");
        var asked = await hub.Referrals("rbn").CreateReferralAsync(Refer());
        await team.TriageReferralAsync(Triage(asked, change: r => r.Conditions.Clear())).NamesField("conditions", "REQUIRED");
        await team.TriageReferralAsync(Triage(asked, change: r => r.TriagedByRole = "")).NamesField("triaged_by_role", "REQUIRED");
        await team.TriageReferralAsync(Triage(asked, change: r => r.TriagedAt = HoursAgo(9))).NamesField("triaged_at", "BEFORE_REFERRAL");
        await team.TriageReferralAsync(Triage(asked, "step-down")).NamesField("agreed_on", "REQUIRED");
        await team.TriageReferralAsync(Triage(asked, change: r => r.Etag = "")).NamesField("etag", "REQUIRED");
        await team.RejectReferralAsync(Reject(asked, "99")).NamesField("text", "REQUIRED");
        await team.RejectReferralAsync(Reject(asked, "98")).NamesField("reason", "CODE_UNKNOWN");
        var excluded = await team.TriageReferralAsync(Triage(asked, change: r => r.Exclusions.Add(Code("specialist-pathway"))));
        await team.AcceptReferralAsync(Accept(excluded)).Refused(StatusCode.FailedPrecondition, "EXCLUDED");
        var accepted = await team.AcceptReferralAsync(Accept(await team.TriageReferralAsync(Triage(excluded))));
        Assert.Equal([1, 2], accepted.Triages.Select(t => t.Version));
        var nobody = Allocate(accepted);
        nobody.Disciplines.Clear();
        await team.AllocateTeamAsync(nobody).NamesField("disciplines", "REQUIRED");
        await team.ListReferralsAsync(new ListReferralsRequest { PageSize = 201 }).NamesField("page_size", "PAGE_SIZE_INVALID");
        await team.ListReferralsAsync(new ListReferralsRequest { States = { ReferralState.Unspecified } }).NamesField("states", "CODE_UNKNOWN");
        await team.ListReferralsAsync(new ListReferralsRequest { JourneyId = "x" }).NamesField("journey_id", "NOT_A_UUID");
    }
}
