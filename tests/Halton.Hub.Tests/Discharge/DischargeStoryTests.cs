using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A discharge from wire to disk, as each partner lives it.</summary>
public sealed class DischargeStoryTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_trust_follows_a_discharge_from_admission_to_discharge()
    {
        var rww = hub.Discharges("rww");
        var admitted = await rww.RecordAdmissionAsync(Admission());
        Assert.Equal((DischargeState.Admitted, CriteriaToReside.Unspecified, "review-criteria-to-reside"), (admitted.State, admitted.CriteriaToReside, admitted.NextAction.Code));

        var meets = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 72, "02"));
        Assert.Equal((DischargeState.Admitted, CriteriaToReside.Met, ""), (meets.State, meets.CriteriaToReside, meets.DischargeReadyDate));

        var ready = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 48));
        Assert.Equal((DischargeState.Ready, CriteriaToReside.NotMet, 2, "assign-pathway"), (ready.State, ready.CriteriaToReside, ready.DaysSinceReady, ready.NextAction.Code));

        var planned = await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", ready.Etag));
        Assert.Equal((DischargeState.Planned, "P1", "arrange-care-at-home"), (planned.State, planned.Pathway.Code, planned.NextAction.Code));
        Assert.Empty(planned.Warnings);

        var gone = await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, planned.Etag));
        Assert.Equal((DischargeState.Discharged, null), (gone.State, gone.NextAction));

        var status = await rww.GetDischargeStatusAsync(ByNumber(admitted.NhsNumber));
        Assert.Equal(gone, status);
        Assert.NotEmpty(status.Pathway.Display);
    }

    [Fact]
    public async Task The_council_of_residence_sees_the_discharge_and_assigns_its_pathway()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var hbc = hub.Discharges("hbc");
        Assert.Equal(admitted, await hbc.GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)));
        var planned = await hbc.AssignPathwayAsync(Assign(admitted.DischargeId, "P3", admitted.Etag));
        Assert.Equal("P3", planned.Pathway.Code);
        await hbc.ConfirmDischargeAsync(Confirm(admitted.DischargeId, planned.Etag)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_council_does_not_see_people_who_live_elsewhere()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Patient.LocalAuthority = "E06000007"));
        await hub.Discharges("hbc").GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
    }

    [Fact]
    public async Task Another_trust_gets_exactly_what_it_gets_for_a_patient_that_does_not_exist()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var rbn = hub.Discharges("rbn");
        foreach (var (theirs, nobodys) in new[]
        {
            (rbn.GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)).ResponseAsync, rbn.GetDischargeStatusAsync(ByNumber(NhsNumber())).ResponseAsync),
            (rbn.GetDischargeStatusAsync(ById(admitted.DischargeId)).ResponseAsync, rbn.GetDischargeStatusAsync(ById(RequestId())).ResponseAsync),
            (rbn.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 1)).ResponseAsync, rbn.ReviewCriteriaToResideAsync(Review(RequestId(), 1)).ResponseAsync),
            (rbn.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", "d1")).ResponseAsync, rbn.AssignPathwayAsync(Assign(RequestId(), "P1", "d1")).ResponseAsync),
            (rbn.ConfirmDischargeAsync(Confirm(admitted.DischargeId, "d1")).ResponseAsync, rbn.ConfirmDischargeAsync(Confirm(RequestId(), "d1")).ResponseAsync),
            (rbn.CancelDischargeAsync(Cancel(admitted.DischargeId, "d1")).ResponseAsync, rbn.CancelDischargeAsync(Cancel(RequestId(), "d1")).ResponseAsync),
        })
        {
            Assert.Equal(WithoutTrace(await theirs.Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND")), WithoutTrace(await nobodys.Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND")));
        }
    }

    [Theory]
    [InlineData("vcfse-1")]
    [InlineData("care-home-1")]
    public async Task A_partner_outside_health_and_care_gets_nothing_from_any_discharge_call(string partner)
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var client = hub.Discharges(partner, partner.StartsWith("vcfse", StringComparison.Ordinal) ? "HOPERAT" : "TREAT");
        Task[] calls =
        [
            client.RecordAdmissionAsync(Admission()).ResponseAsync,
            client.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 1)).ResponseAsync,
            client.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", "d1")).ResponseAsync,
            client.ConfirmDischargeAsync(Confirm(admitted.DischargeId, "d1")).ResponseAsync,
            client.CancelDischargeAsync(Cancel(admitted.DischargeId, "d1")).ResponseAsync,
            client.GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)).ResponseAsync,
            client.ListDischargesAsync(new ListDischargesRequest()).ResponseAsync,
            client.WatchDischarges(new WatchDischargesRequest()).ResponseStream.MoveNext(default),
        ];
        foreach (var call in calls)
        {
            await call.Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        }

        Assert.Equal(8L, await hub.Value<long>("select count(*) from audit.entry where partner = $1 and outcome = 'KIND_NOT_ALLOWED'", partner));
    }

    [Fact]
    public async Task Services_that_nothing_was_referred_to_see_nobody()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        foreach (var partner in new[] { "hicafs", "trusted-assessor" })
        {
            await hub.Discharges(partner).GetDischargeStatusAsync(ByNumber(admitted.NhsNumber)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
            Assert.DoesNotContain(admitted.DischargeId, (await hub.Discharges(partner).ListDischargesAsync(new ListDischargesRequest { PageSize = 200 })).Discharges.Select(d => d.DischargeId));
        }
    }

    [Fact]
    public async Task A_restricted_persons_address_telephone_and_practice_stay_with_their_own_trust()
    {
        var admitted = await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Patient.Confidentiality = "R"));
        var own = (await hub.Discharges("rww").GetDischargeStatusAsync(ById(admitted.DischargeId, DischargeView.Full))).Patient;
        Assert.Equal(("WA8 0AA", 1, "N81999", "1941-03"), (own.Address.PostalCode, own.Telecom.Count, own.GeneralPractice, own.BirthDate));
        var seen = (await hub.Discharges("hbc").GetDischargeStatusAsync(ById(admitted.DischargeId, DischargeView.Full))).Patient;
        Assert.Equal((null, 0, "", "R"), (seen.Address, seen.Telecom.Count, seen.GeneralPractice, seen.Confidentiality));
    }

    [Fact]
    public async Task The_full_view_tells_reviews_and_decisions_in_order()
    {
        var rww = hub.Discharges("rww");
        var admitted = await rww.RecordAdmissionAsync(Admission());
        await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 24));
        var reviewed = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 48, "01", "11"));
        var first = await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P2", reviewed.Etag, 3));
        await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P0", first.Etag, 2));
        var full = await rww.GetDischargeStatusAsync(ById(admitted.DischargeId, DischargeView.Full));
        Assert.Equal([2, 0], full.Reviews.Select(r => r.Criteria.Count));
        Assert.Equal(["P2", "P0"], full.PathwayDecisions.Select(d => d.Pathway.Code));
        Assert.Equal("P0", full.Pathway.Code);
    }

    private static string WithoutTrace(Google.Rpc.Status status)
    {
        var info = status.GetDetail<Google.Rpc.ErrorInfo>();
        return $"{status.Code} {status.Message} {status.Details.Count} {info.Reason} {info.Domain} {string.Join(',', info.Metadata.Keys)}";
    }
}
