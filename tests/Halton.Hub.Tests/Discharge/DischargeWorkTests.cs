using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;
using DischargeStatus = Halton.Hub.Contracts.Discharge.V1.DischargeStatus;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Workers, assessments and delays: what is taken, what is refused by name, and what the clock says.</summary>
public sealed class DischargeWorkTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private HubUnderTest hub = null!;
    private DischargeService.DischargeServiceClient rww = null!;
    private DischargeService.DischargeServiceClient hbc = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await HubUnderTest.Start(clock: clock);
        (rww, hbc) = (hub.Discharges("rww"), hub.Discharges("hbc"));
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task The_council_takes_over_and_each_step_is_kept()
    {
        var stay = await Referred();
        var allocated = await hbc.AllocateWorkerAsync(Allocate(stay));
        Assert.Equal(("E06000006", "Hospital social work", "social worker", "SW-1"), (allocated.Worker.Organization, allocated.Worker.Team, allocated.Worker.Role, allocated.Worker.Worker));
        Assert.Equal((7.0, 0), ((allocated.DischargeDueAt.ToDateTimeOffset() - allocated.AllocatedAt.ToDateTimeOffset()).TotalDays, allocated.DaysSinceAllocation));
        var started = await hbc.StartAssessmentAsync(Start(allocated));
        Assert.Equal(24, (started.AssessmentDueAt.ToDateTimeOffset() - started.CareTransferHubReferredAt.ToDateTimeOffset()).TotalHours);
        var delayed = await rww.RecordDelayAsync(Delayed(started));
        Assert.Equal(("CAP-home-recovery", "capacity", "capacity"), (delayed.Delay.Reason.Code, delayed.Delay.Family, delayed.Delay.Owner));
        Assert.Empty(delayed.Warnings);
        var again = await rww.AllocateWorkerAsync(Allocate(delayed, a => (a.Worker, a.Team) = ("", "")));
        Assert.Equal(("RWW", "", allocated.AllocatedAt), (again.Worker.Organization, again.Worker.Worker, again.AllocatedAt));

        var full = await rww.GetDischargeStatusAsync(ById(stay.DischargeId, DischargeView.Full));
        Assert.Equal(["E06000006", "RWW"], full.Allocations.Select(a => a.Organization));
        Assert.Equal(("coordinator", "Waits for an evening call."), (full.Delays.Single().RecordedByRole, full.Delays.Single().Note));
        Assert.Equal(
            "discharge.admitted discharge.criteria-reviewed discharge.pathway-assigned discharge.worker-allocated discharge.assessment-started discharge.delay-recorded discharge.worker-allocated",
            await Told(stay));
        Assert.True(await hub.Value<bool>("select bool_and('E06000006' = any (audience)) from events.event where record_id = $1", Guid.Parse(stay.DischargeId)));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_by_name()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        await rww.AllocateWorkerAsync(Allocate(admitted)).Refused(StatusCode.FailedPrecondition, "NOT_REFERRED");
        await rww.StartAssessmentAsync(Start(admitted)).Refused(StatusCode.FailedPrecondition, "NOT_REFERRED");
        await rww.RecordDelayAsync(Delayed(admitted)).Refused(StatusCode.FailedPrecondition, "NOT_READY_THEN");

        var stay = await Referred();
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.Etag = "d1")).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.Etag = "")).NamesField("etag", "REQUIRED");
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.Role = "")).NamesField("role", "REQUIRED");
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.Worker = new string('x', 51))).NamesField("worker", "TOO_LONG");
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.AllocatedAt = HoursAgo(-1))).NamesField("allocated_at", "IN_THE_FUTURE");
        await rww.AllocateWorkerAsync(Allocate(stay, a => a.AllocatedAt = HoursAgo(500))).NamesField("allocated_at", "BEFORE_ADMISSION");
        await rww.StartAssessmentAsync(Start(stay, s => s.StartedAt = HoursAgo(40))).NamesField("started_at", "BEFORE_REFERRAL");
        await rww.StartAssessmentAsync(Start(stay, s => s.StartedByRole = "")).NamesField("started_by_role", "REQUIRED");
        await rww.StartAssessmentAsync(Start(stay));
        await hbc.StartAssessmentAsync(Start(stay)).Refused(StatusCode.FailedPrecondition, "ASSESSMENT_ALREADY_STARTED");

        await rww.RecordDelayAsync(Delayed(stay, d => d.Reason = null)).NamesField("reason", "REQUIRED");
        await rww.RecordDelayAsync(Delayed(stay, d => d.Reason.Code = "rain")).NamesField("reason", "CODE_UNKNOWN");
        await rww.RecordDelayAsync(Delayed(stay, d => d.Reason.Code = "2022-v")).NamesField("reason", "CODE_NOT_VALID_THEN");
        await rww.RecordDelayAsync(Delayed(stay, d => d.DelayedOn = Day(1))).NamesField("delayed_on", "IN_THE_FUTURE");
        await rww.RecordDelayAsync(Delayed(stay, d => d.DelayedOn = "soon")).NamesField("delayed_on", "NOT_A_DATE");
        await rww.RecordDelayAsync(Delayed(stay, d => d.DelayedOn = Day(-30))).NamesField("delayed_on", "BEFORE_ADMISSION");
        await rww.RecordDelayAsync(Delayed(stay, d => d.DelayedOn = Day(-4))).Refused(StatusCode.FailedPrecondition, "NOT_READY_THEN");
        Assert.Equal("REASON_OF_ANOTHER_PATHWAY", (await rww.RecordDelayAsync(Delayed(stay, d => d.Reason.Code = "IP-care-home"))).Warnings.Single().Reason);

        foreach (var (partner, reason, code) in new[] { ("rbn", "DISCHARGE_NOT_FOUND", StatusCode.NotFound), ("hicafs", "KIND_NOT_ALLOWED", StatusCode.PermissionDenied), ("vcfse-1", "KIND_NOT_ALLOWED", StatusCode.PermissionDenied) })
        {
            await hub.Discharges(partner).AllocateWorkerAsync(Allocate(stay)).Refused(code, reason);
            await hub.Discharges(partner).StartAssessmentAsync(Start(stay)).Refused(code, reason);
            await hub.Discharges(partner).RecordDelayAsync(Delayed(stay)).Refused(code, reason);
        }

        var gone = await rww.ConfirmDischargeAsync(Confirm(stay.DischargeId, (await rww.GetDischargeStatusAsync(ById(stay.DischargeId))).Etag));
        await rww.AllocateWorkerAsync(Allocate(gone)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
        await rww.StartAssessmentAsync(Start(gone)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
        await rww.RecordDelayAsync(Delayed(gone)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
    }

    [Fact]
    public async Task A_reason_of_an_earlier_period_says_nothing_of_the_current_one()
    {
        var stay = await Referred();
        await rww.RecordDelayAsync(Delayed(stay, d => d.DelayedOn = Day(0)));
        await rww.ReviewCriteriaToResideAsync(Review(stay.DischargeId, 0.2, "03"));
        Assert.Null((await rww.GetDischargeStatusAsync(ById(stay.DischargeId))).Delay);
        await Jump(TimeSpan.FromDays(1));
        var ready = Review(stay.DischargeId, 0);
        ready.ReviewedAt = clock.GetUtcNow().ToTimestamp();
        await The<ReviewCriteriaToReside>().Run(hub.CallOf("rww", "ReviewCriteriaToReside"), DischargeRequests.Read(ready), default);
        var status = await The<GetDischargeStatus>().Run(hub.CallOf("rww", "GetDischargeStatus"), null, stay.DischargeId, full: true, default);
        Assert.Equal((null, null, 1), (status.DelayReason, status.DelayedOn, status.Detail!.Delays.Count));
        var again = Delayed(stay, d => (d.Reason.Code, d.DelayedOn) = ("WC-choice", ""));
        Assert.Equal("WC-choice", (await The<RecordDelay>().Run(hub.CallOf("rww", "RecordDelay"), DischargeRequests.Read(again), default)).DelayReason);
    }

    [Fact]
    public async Task The_clock_says_each_thing_once_and_is_silenced()
    {
        var (late, seen) = (await Referred(), await Referred());
        await rww.StartAssessmentAsync(Start(seen));
        await Look(late, "");
        await Jump(TimeSpan.FromHours(10.5));
        await Look(late, "discharge.assessment-approaching");
        await Look(late, "");
        await Jump(TimeSpan.FromHours(4));
        await Look(late, "discharge.assessment-breached");
        await Look(late, "");
        var version = (await The<GetDischargeStatus>().Run(hub.CallOf("rww", "GetDischargeStatus"), null, late.DischargeId, full: false, default)).Etag;
        await The<AllocateWorker>().Run(hub.CallOf("rww", "AllocateWorker"), DischargeRequests.Read(Allocate(late, a => a.Etag = version)), default);
        await Jump(TimeSpan.FromDays(6.1));
        await Look(late, "discharge.discharge-approaching");
        await Jump(TimeSpan.FromDays(1));
        await Look(late, "discharge.discharge-breached");
        await Look(late, "");
        Assert.Equal(7, (await The<GetDischargeStatus>().Run(hub.CallOf("rww", "GetDischargeStatus"), null, late.DischargeId, full: false, default)).DaysSinceAllocation(clock.Today()));
        Assert.DoesNotContain("approaching", await Told(seen), StringComparison.Ordinal);
        Assert.True(await hub.Value<bool>("select bool_and('E06000006' = any (audience)) from events.event where record_id = $1 and kind like '%breached'", Guid.Parse(late.DischargeId)));
        Assert.Equal(8L, await hub.Value<long>("select count(*) from audit.entry where $1 = any (records) and organization = 'SYSTEM:AssessmentClock' and interaction = 'u'", Guid.Parse(late.DischargeId)));
    }

    [Fact]
    public async Task Nobody_but_the_clock_hears_whose_time_is_out()
    {
        foreach (var organization in new[] { "RWW", "SYSTEM:ReferralClock", "" })
        {
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => hub.As(organization, "select count(*) from discharge.clocks_due(now())"))).SqlState);
        }
    }

    private async Task<DischargeStatus> Referred()
    {
        var admitted = await rww.RecordAdmissionAsync(Admission());
        var ready = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 30));
        return await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", ready.Etag, 10));
    }

    private AllocateWorkerRequest Allocate(DischargeStatus stay, Action<AllocateWorkerRequest>? change = null) => Changed(
        new()
        {
            RequestId = RequestId(),
            DischargeId = stay.DischargeId,
            AllocatedAt = clock.GetUtcNow().AddMinutes(-1).ToTimestamp(),
            Team = "Hospital social work",
            Role = "social worker",
            Worker = "SW-1",
            Etag = stay.Etag,
        },
        change);

    private StartAssessmentRequest Start(DischargeStatus stay, Action<StartAssessmentRequest>? change = null) =>
        Changed(new() { RequestId = RequestId(), DischargeId = stay.DischargeId, StartedAt = clock.GetUtcNow().AddMinutes(-1).ToTimestamp(), StartedByRole = "social worker" }, change);

    private static RecordDelayRequest Delayed(DischargeStatus stay, Action<RecordDelayRequest>? change = null) => Changed(
        new() { RequestId = RequestId(), DischargeId = stay.DischargeId, Reason = new Coding { Code = "CAP-home-recovery" }, RecordedByRole = "coordinator", Note = "Waits for an evening call." }, change);

    private static T Changed<T>(T request, Action<T>? change)
    {
        change?.Invoke(request);
        return request;
    }

    private string Day(int days) => $"{clock.Today().AddDays(days):yyyy-MM-dd}";

    private T The<T>()
        where T : notnull => hub.Services.GetRequiredService<T>();

    private async Task Jump(TimeSpan by)
    {
        clock.Jump(by);
        await The<PartnerDirectory>().Refresh(CancellationToken.None);
    }

    private async Task<string> Told(DischargeStatus stay) =>
        await hub.Value<string>("select string_agg(kind, ' ' order by xid, position) from events.event where record_id = $1", Guid.Parse(stay.DischargeId));

    // What the clock says of one stay, looking once; it speaks of others too.
    private async Task Look(DischargeStatus stay, string said)
    {
        var before = await Told(stay);
        await The<TellDischargeClocks>().Run(await hub.Firing("AssessmentClock"), CancellationToken.None);
        Assert.Equal(said.Length == 0 ? before : $"{before} {said}", await Told(stay));
    }
}
