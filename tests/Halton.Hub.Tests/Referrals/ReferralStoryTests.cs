using System.Text.Json;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using static Halton.Hub.Tests.Referrals.Referring;

namespace Halton.Hub.Tests.Referrals;

/// <summary>A referral's whole way through each door, with the tokens of those who take part, and what each of them sees.</summary>
public sealed class ReferralStoryTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_person_goes_home_from_hospital_with_one_call_that_links_both_records()
    {
        var (trust, team, council) = (hub.Referrals("rww"), hub.Referrals("hicafs"), hub.Referrals("hbc"));
        var stay = await Ready(hub);
        Assert.Null((await hub.Discharges("rww").GetDischargeStatusAsync(ById(stay.DischargeId))).Referral);
        using var watch = team.WatchReferrals(new WatchReferralsRequest { Service = "hicafs" });
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));

        var asked = await trust.CreateReferralAsync(FromHospital(stay.DischargeId));
        Assert.Equal((ReferralState.Requested, stay.DischargeId, stay.NhsNumber, "RWW", "HICAFS", "E06000006", true), (asked.State, asked.DischargeId, asked.NhsNumber, asked.Trust, asked.Performer, asked.Council, asked.FromHospitalBed));
        Assert.Equal("Zzyzxquill", asked.Patient.Name.Family);
        Assert.Equal(72, (asked.Clock.BreachAt.ToDateTimeOffset() - asked.Clock.StartedAt.ToDateTimeOffset()).TotalHours);
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(("referral.created", asked.ReferralId), (watch.ResponseStream.Current.Event.Kind, watch.ResponseStream.Current.Event.Referral.ReferralId));
        Assert.Null(watch.ResponseStream.Current.Event.Referral.Patient);
        await trust.CreateReferralAsync(FromHospital(stay.DischargeId)).Refused(StatusCode.AlreadyExists, "REFERRAL_ALREADY_OPEN");

        // The status of the discharge tells where the referral stands, to trust and council, without a second look.
        var triaged = await team.TriageReferralAsync(Triage(asked, "halton-72h"));
        foreach (var partner in new[] { "rww", "hbc" })
        {
            var onward = (await hub.Discharges(partner).GetDischargeStatusAsync(ByNumber(stay.NhsNumber))).Referral;
            Assert.Equal((asked.ReferralId, "hicafs", "received", "halton-72h", triaged.Clock.BreachAt), (onward.ReferralId, onward.Service, onward.State, onward.Tier.Code, onward.BreachAt));
            Assert.Equal("received", Assert.Single((await hub.Discharges(partner).ListDischargesAsync(new ListDischargesRequest { PageSize = 200, Ward = stay.Ward })).Discharges, d => d.DischargeId == stay.DischargeId).Referral.State);
        }

        await team.AcceptReferralAsync(Accept(asked)).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        var accepted = await team.AcceptReferralAsync(Accept(triaged));
        var allocated = await team.AllocateTeamAsync(Allocate(accepted));
        var rung = await team.RecordContactAsync(Contact(allocated, "telephone"));
        Assert.Equal((ReferralState.Accepted, ClockState.Running), (rung.State, rung.Clock.State));
        var seen = await team.RecordContactAsync(Contact(rung));
        Assert.Equal((ReferralState.InProgress, ClockState.Met), (seen.State, seen.Clock.State));
        var done = await team.CompleteReferralAsync(Complete(seen));
        Assert.Equal((ReferralState.Completed, $"{TimeProvider.System.GetUtcNow().AddDays(91):yyyy-MM-dd}"), (done.State, done.FollowUp.DueOn));
        Assert.Equal(2, done.Contacts.Count);

        // The parties see the same, those who are none see nothing.
        foreach (var party in new[] { trust, council })
        {
            Assert.Equal(done, await party.GetReferralAsync(Whole(asked.ReferralId)));
        }

        await hub.Referrals("rbn").GetReferralAsync(Whole(asked.ReferralId)).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        await hub.Referrals("trusted-assessor").GetReferralAsync(Whole(asked.ReferralId)).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        await hub.Referrals("vcfse-1").GetReferralAsync(Whole(asked.ReferralId)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        await hub.Referrals("rbn").CreateReferralAsync(FromHospital(stay.DischargeId)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        await trust.AcceptReferralAsync(Accept(done)).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        Assert.Empty((await hub.Referrals("rbn").ListReferralsAsync(new ListReferralsRequest { JourneyId = asked.JourneyId, States = { ReferralState.Completed } })).Referrals);
        Assert.Equal(
            "created triaged accepted allocated contacted contacted completed",
            await hub.Value<string>("select string_agg(replace(kind, 'referral.', ''), ' ' order by xid, position) from events.event where record_id = $1", Guid.Parse(asked.ReferralId)));
    }

    [Fact]
    public async Task A_referral_that_is_passed_on_keeps_its_journey_and_the_one_who_passed_it_on_is_out_of_it()
    {
        var (asker, team, council) = (hub.Referrals("trusted-assessor"), hub.Referrals("hicafs"), hub.Referrals("hbc"));
        var asked = await asker.CreateReferralAsync(Refer(r => r.Patient.LocalAuthority = "E08000012"));
        Assert.Equal("", asked.Council);
        await council.GetReferralAsync(Whole(asked.ReferralId)).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        await team.RedirectReferralAsync(Redirect(asked, "hicafs")).Refused(StatusCode.FailedPrecondition, "SAME_SERVICE");
        await team.RedirectReferralAsync(Redirect(asked, "nowhere")).Refused(StatusCode.NotFound, "SERVICE_NOT_FOUND");
        await team.RedirectReferralAsync(Redirect(asked, tier: null)).Refused(StatusCode.FailedPrecondition, "TIER_NOT_ANSWERED");
        var passed = await team.RedirectReferralAsync(Redirect(asked));
        Assert.Equal((ReferralState.Redirected, ClockState.Stopped, "23"), (passed.State, passed.Clock.State, passed.RejectionReason.Code));
        var next = await council.GetReferralAsync(Whole(passed.RedirectedTo));
        Assert.Equal(
            (asked.JourneyId, asked.ReferralId, "HALTON-TA", "E06000006", ReferralState.Requested, "reablement", asked.NhsNumber, asked.JourneyStartedAt),
            (next.JourneyId, next.RedirectedFrom, next.Requester, next.Performer, next.State, next.Tier.Code, next.NhsNumber, next.JourneyStartedAt));
        await team.GetReferralAsync(Whole(passed.RedirectedTo)).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        Assert.Equal([asked.ReferralId, next.ReferralId], (await asker.ListReferralsAsync(new ListReferralsRequest
        {
            JourneyId = asked.JourneyId,
            States = { ReferralState.Redirected, ReferralState.Requested },
        })).Referrals.Select(r => r.ReferralId));
        Assert.Equal(ReferralState.Cancelled, (await asker.CancelReferralAsync(Cancel(next, "13", "The family helps."))).State);
    }

    [Fact]
    public async Task The_queue_is_ordered_by_breach_time_paged_and_narrowed()
    {
        var team = hub.Referrals("hicafs");
        var mine = new List<Referral>();
        foreach (var tier in new[] { "halton-72h", "crisis", "reablement", "crisis" })
        {
            mine.Add(await hub.Referrals("rbn").CreateReferralAsync(Refer(r => r.Tier = Code(tier))));
        }

        var all = new List<Referral>();
        var request = new ListReferralsRequest { PageSize = 2, Service = "hicafs" };
        do
        {
            var page = await team.ListReferralsAsync(request);
            all.AddRange(page.Referrals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(all.OrderBy(r => r.Clock.BreachAt.ToDateTimeOffset()).ThenBy(r => r.ReferralId, StringComparer.Ordinal).Select(r => r.ReferralId), all.Select(r => r.ReferralId));
        Assert.Equal([mine[1].ReferralId, mine[3].ReferralId, mine[2].ReferralId, mine[0].ReferralId], all.Select(r => r.ReferralId).Where(id => mine.Exists(m => m.ReferralId == id)));
        Assert.All(all, r => Assert.Null(r.Patient));
        Assert.All((await team.ListReferralsAsync(new ListReferralsRequest { Tiers = { "crisis" }, PageSize = 200 })).Referrals, r => Assert.Equal("crisis", r.Tier.Code));
        Assert.DoesNotContain((await team.ListReferralsAsync(new ListReferralsRequest { BreachBefore = mine[2].Clock.BreachAt, PageSize = 200 })).Referrals, r => r.ReferralId == mine[0].ReferralId);

        // Triage moves it to where it belongs.
        await team.TriageReferralAsync(Triage(mine[0]));
        Assert.Contains((await team.ListReferralsAsync(new ListReferralsRequest { BreachBefore = mine[2].Clock.BreachAt, PageSize = 200 })).Referrals, r => r.ReferralId == mine[0].ReferralId);
        request.PageToken = (await team.ListReferralsAsync(new ListReferralsRequest { PageSize = 1 })).NextPageToken;
        await team.ListReferralsAsync(request).NamesField("page_token", "PAGE_TOKEN_INVALID");
    }

    [Fact]
    public async Task The_requester_says_more_until_somebody_has_seen_the_person()
    {
        var (asker, team) = (hub.Referrals("rbn"), hub.Referrals("hicafs"));
        var asked = await asker.CreateReferralAsync(Refer());
        await team.AmendReferralAsync(Amend(asked, "Not mine to say.")).Refused(StatusCode.NotFound, "REFERRAL_NOT_FOUND");
        await asker.AmendReferralAsync(Amend(asked, "")).NamesField("reason_text", "REQUIRED");
        var sooner = Amend(asked, "");
        sooner.NeededBy = new() { Seconds = HoursAgo(-1).Seconds };
        var amended = await asker.AmendReferralAsync(sooner);
        Assert.Equal((sooner.NeededBy.ToDateTimeOffset(), asked.ReasonText), (amended.Clock.BreachAt.ToDateTimeOffset(), amended.ReasonText));
        amended = await asker.AmendReferralAsync(Amend(amended, "Confused too.", "confusion"));
        Assert.Equal(("Confused too.", "confusion"), (amended.ReasonText, Assert.Single(amended.Conditions).Code));
        var words = (await Run("rbn", "care-amend-referral", new { input = new { requestId = RequestId(), referralId = amended.ReferralId, reasonText = "A neighbour waits.", etag = amended.Etag } })).Data("amendReferral");
        Assert.Equal("A neighbour waits.", words.At("reasonText").GetString());
        var seen = await team.TriageReferralAsync(Triage(await team.GetReferralAsync(Whole(amended.ReferralId))));
        seen = await team.RecordContactAsync(Contact(await team.AllocateTeamAsync(Allocate(await team.AcceptReferralAsync(Accept(seen))))));
        await asker.AmendReferralAsync(Amend(seen, "Too late.")).Refused(StatusCode.FailedPrecondition, "RESPONSE_BEGUN");
    }

    [Fact]
    public async Task A_restricted_person_shows_where_they_live_to_the_one_who_referred_alone()
    {
        var asked = await hub.Referrals("rbn").CreateReferralAsync(Refer(r => r.Patient.Confidentiality = "R"));
        Assert.Equal(("WA8 0AA", "N81999"), (asked.Patient.Address.PostalCode, asked.Patient.GeneralPractice));
        foreach (var partner in new[] { "hicafs", "hbc" })
        {
            var seen = (await hub.Referrals(partner).GetReferralAsync(Whole(asked.ReferralId))).Patient;
            Assert.Equal((null, 0, "", "Zzyzxquill", "R"), (seen.Address, seen.Telecom.Count, seen.GeneralPractice, seen.Name.Family, seen.Confidentiality));
        }

        // The answers to changes are no way round it, nor is the record that a repeat is answered from.
        var triage = Triage(asked);
        Assert.Null((await hub.Referrals("hicafs").TriageReferralAsync(triage)).Patient.Address);
        Assert.Null((await hub.Referrals("hicafs").TriageReferralAsync(triage)).Patient.Address);
    }

    [Fact]
    public async Task The_documents_of_the_care_schema_go_the_same_way()
    {
        var services = (await Run("hicafs", "care-services", new { })).Data("careServices");
        Assert.Contains("hicafs", services.EnumerateArray().Select(s => s.At("code").GetString()));
        var person = Admission();
        var list = (await Run("hicafs", "care-referrals", new { })).Data("referrals");
        await using var watch = await EventReader.Open(hub, "hicafs", TrustedDocuments.ByName["care-referral-changed.graphql"], new { service = "hicafs" });
        await watch.Next();
        var asked = (await Run("rbn", "care-create-referral", new
        {
            input = new
            {
                requestId = RequestId(),
                service = "hicafs",
                patient = new { name = new { family = "Zzyzxquill", given = new[] { "Aspertha" } }, birthDate = "1941-03", localAuthority = "E06000006" },
                nhsNumber = person.NhsNumber,
                nhsNumberStatus = new { code = "01" },
                tier = new { code = "crisis" },
                conditions = new[] { new { code = "confusion" } },
                reasonText = "Confused since this morning.",
            },
        })).Data("createReferral");
        var id = asked.At("referralId").GetString()!;
        Assert.Equal(("requested", "RUNNING"), (asked.At("state").GetString(), asked.At("clock.state").GetString()));
        var told = await watch.Next();
        told = told.At("data.referralChanged.referral.referralId").GetString() == id ? told : await watch.Next();
        Assert.Equal("referral.created", told.At("data.referralChanged.kind").GetString());
        var etag = asked.At("etag").GetString();
        etag = (await Change("care-triage-referral", "triageReferral", new { tier = new { code = "crisis" }, conditions = new[] { new { code = "confusion" } }, triagedAt = TimeProvider.System.GetUtcNow(), triagedByRole = "triage nurse" })).At("etag").GetString();
        etag = (await Change("care-accept-referral", "acceptReferral", new { })).At("etag").GetString();
        etag = (await Change("care-allocate-team", "allocateTeam", new { teamType = new { code = "51" }, disciplines = new[] { new { code = "nurse" } }, allocatedByRole = "coordinator" })).At("etag").GetString();
        var seen = await Change("care-record-contact", "recordContact", new { contactedAt = TimeProvider.System.GetUtcNow(), kind = new { code = "face-to-face" }, discipline = new { code = "nurse" } });
        Assert.Equal(("in-progress", "MET"), (seen.At("state").GetString(), seen.At("clock.state").GetString()));
        etag = seen.At("etag").GetString();
        Assert.Equal("completed", (await Change("care-complete-referral", "completeReferral", new { outcome = new { code = "hospital" } })).At("state").GetString());
        var whole = (await Run("rbn", "care-referral", new { referralId = id })).Data("referral");
        Assert.Equal(("Zzyzxquill", "Confusion or delirium", "nurse"), (whole.At("patient.name.family").GetString(), whole.At("conditions.0.display").GetString(), whole.At("contacts.0.discipline.code").GetString()));

        var other = await hub.Referrals("rbn").CreateReferralAsync(Refer());
        (id, etag) = (other.ReferralId, other.Etag);
        var passed = await Change("care-redirect-referral", "redirectReferral", new { service = "council-reablement", tier = new { code = "reablement" }, reason = new { code = "23" } });
        Assert.Equal("redirected", passed.At("state").GetString());
        var next = await hub.Referrals("hbc").GetReferralAsync(Whole(passed.At("redirectedTo").GetString()!));
        (id, etag) = (next.ReferralId, next.Etag);
        Assert.Equal("rejected", (await Change("care-reject-referral", "rejectReferral", new { reason = new { code = "22" } }, "hbc")).At("state").GetString());
        var last = await hub.Referrals("rbn").CreateReferralAsync(Refer());
        (id, etag) = (last.ReferralId, last.Etag);
        Assert.Equal("cancelled", (await Change("care-cancel-referral", "cancelReferral", new { reason = new { code = "11" } }, "rbn")).At("state").GetString());
        (await Run("hicafs", "care-record-follow-up", new { input = new { requestId = RequestId(), referralId = id, outcome = new { code = "at-home" }, followedUpOn = "2026-01-01", etag = "r2" } })).Refused("FAILED_PRECONDITION", "NOT_COMPLETED");

        async Task<JsonElement> Change(string document, string field, object with, string partner = "hicafs")
        {
            var input = JsonSerializer.SerializeToNode(with)!.AsObject();
            (input["requestId"], input["referralId"], input["etag"]) = (RequestId(), id, etag);
            return (await Run(partner, document, new { input })).Data(field);
        }
    }

    private async Task<GraphAnswer> Run(string partner, string name, object variables) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[name + ".graphql"]), variables }), await hub.Token(partner));
}
