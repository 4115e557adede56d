using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.GraphPeople;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>The documents of schema/operations do what they are there for, and every partner may send them by their id.</summary>
public sealed class OperationTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_care_operations_run_as_they_are_written()
    {
        var admission = Admission(a => a.Ward = "Operation Ward");
        var admitted = (await Run("care-record-admission", new { input = Input(admission) })).Data("recordAdmission");
        Assert.Equal("ADMITTED", admitted.At("state").GetString());
        var status = (await Run("care-discharge-status", new { nhsNumber = admission.NhsNumber })).Data("dischargeStatus");
        Assert.Equal("ward", status.At("nextAction.owner").GetString());
        var history = (await Run("care-discharge-history", new { dischargeId = admitted.At("dischargeId").GetString() })).Data("dischargeStatus");
        Assert.Equal("Zzyzxquill", history.At("patient.name.family").GetString());
        var list = (await Run("care-discharges", new { ward = "Operation Ward" })).Data("discharges");
        Assert.Equal(admission.NhsNumber, list.At("nodes.0.nhsNumber").GetString());
        await using var watch = await EventReader.Open(hub, "rww", TrustedDocuments.ByName["care-discharge-changed.graphql"], new { ward = "Operation Ward", resumeToken = list.At("resumeToken").GetString() });
        Assert.Equal(JsonValueKind.Null, (await watch.Next()).At("data.dischargeChanged.discharge").ValueKind);
        await hub.Discharges("rww").ReviewCriteriaToResideAsync(Review(admitted.At("dischargeId").GetString()!, 1));

        // What was committed in the moment before the list may come along.
        var told = await watch.Next();
        told = told.At("data.dischargeChanged.discharge.state").GetString() == "ADMITTED" ? await watch.Next() : told;
        Assert.Equal("READY", told.At("data.dischargeChanged.discharge.state").GetString());
    }

    [Fact]
    public async Task The_work_on_a_discharge_is_done_by_its_operations()
    {
        var rww = hub.Discharges("rww");
        var stay = await rww.RecordAdmissionAsync(Admission());
        var ready = await rww.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 30));
        var planned = await rww.AssignPathwayAsync(Assign(stay.DischargeId, "P1", ready.Etag, 20));
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var allocated = (await Run("care-allocate-worker", new { input = new { requestId = RequestId(), dischargeId = stay.DischargeId, allocatedAt = now, team = "Integrated discharge team", role = "social worker", worker = "SW-1", etag = planned.Etag } })).Data("allocateWorker");
        Assert.Equal(("RWW", "SW-1"), (allocated.At("worker.organization").GetString(), allocated.At("worker.worker").GetString()));
        var started = (await Run("care-start-assessment", new { input = new { requestId = RequestId(), dischargeId = stay.DischargeId, startedAt = now, startedByRole = "social worker" } })).Data("startAssessment");
        Assert.Equal(24, (started.At("assessmentDueAt").GetDateTimeOffset() - started.At("careTransferHubReferredAt").GetDateTimeOffset()).TotalHours);
        var delayed = (await Run("care-record-delay", new { input = new { requestId = RequestId(), dischargeId = stay.DischargeId, reason = new { code = "CAP-bedded-recovery" }, recordedByRole = "coordinator" } })).Data("recordDelay");
        Assert.Equal(("capacity", "REASON_OF_ANOTHER_PATHWAY"), (delayed.At("delay.owner").GetString(), delayed.At("warnings.0.reason").GetString()));
    }

    [Fact]
    public void There_is_no_care_operation_that_is_not_run() => Assert.Equal(
        [
            "care-accept-referral.graphql",
            "care-allocate-team.graphql",
            "care-allocate-worker.graphql",
            "care-amend-referral.graphql",
            "care-answer-offer.graphql",
            "care-assessments.graphql",
            "care-board-round.graphql",
            "care-cancel-referral.graphql",
            "care-capacity-changed.graphql",
            "care-capacity-history.graphql",
            "care-capacity.graphql",
            "care-care-home.graphql",
            "care-complete-referral.graphql",
            "care-confirm-placement.graphql",
            "care-create-referral.graphql",
            "care-discharge-changed.graphql",
            "care-discharge-history.graphql",
            "care-discharge-status.graphql",
            "care-discharges.graphql",
            "care-hold-package.graphql",
            "care-journey-changed.graphql",
            "care-journey.graphql",
            "care-kpi-history.graphql",
            "care-match-homes.graphql",
            "care-move-to-ward.graphql",
            "care-offer-changed.graphql",
            "care-offer-placement.graphql",
            "care-offers.graphql",
            "care-package-changed.graphql",
            "care-packages.graphql",
            "care-placements.graphql",
            "care-record-admission.graphql",
            "care-record-assessment.graphql",
            "care-record-contact.graphql",
            "care-record-delay.graphql",
            "care-record-follow-up.graphql",
            "care-record-host-reply.graphql",
            "care-record-placement.graphql",
            "care-redirect-referral.graphql",
            "care-referral-changed.graphql",
            "care-referral.graphql",
            "care-referrals.graphql",
            "care-reject-referral.graphql",
            "care-report-capacity.graphql",
            "care-reserve-bed.graphql",
            "care-return-candidates.graphql",
            "care-services.graphql",
            "care-start-assessment.graphql",
            "care-triage-referral.graphql",
            "care-validation.graphql",
            "care-validations.graphql",
        ],
        TrustedDocuments.ByName.Keys.Where(name => name.StartsWith("care-", StringComparison.Ordinal)).Order());

    /// <summary>By its id, as a partner that has only trusted documents must.</summary>
    private async Task<GraphAnswer> Run(string name, object variables) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[name + ".graphql"]), variables }), await hub.Token("rww"));
}
