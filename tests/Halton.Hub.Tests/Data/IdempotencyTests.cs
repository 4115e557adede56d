using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Data;

/// <summary>One request, one effect: repeats, twins and races.</summary>
public sealed class IdempotencyTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_repeat_of_any_change_gets_the_identical_answer_and_has_no_second_effect()
    {
        var rww = hub.Discharges("rww");
        var admission = Admission();
        var admitted = await Twice(() => rww.RecordAdmissionAsync(admission).ResponseAsync);
        var review = Review(admitted.DischargeId, 48);
        var reviewed = await Twice(() => rww.ReviewCriteriaToResideAsync(review).ResponseAsync);
        var assign = Assign(admitted.DischargeId, "P0", reviewed.Etag);
        assign.CareTransferHubReferred = true;
        var assigned = await Twice(() => rww.AssignPathwayAsync(assign).ResponseAsync);
        Assert.Equal("CARE_TRANSFER_HUB_NOT_EXPECTED", Assert.Single(assigned.Warnings).Reason);
        var confirm = Confirm(admitted.DischargeId, assigned.Etag);
        var confirmed = await Twice(() => rww.ConfirmDischargeAsync(confirm).ResponseAsync);
        Assert.Equal(DischargeState.Discharged, confirmed.State);
        Assert.Equal(admitted, await rww.RecordAdmissionAsync(admission));
        var second = await rww.RecordAdmissionAsync(Admission());
        var cancel = Cancel(second.DischargeId, second.Etag);
        await Twice(() => rww.CancelDischargeAsync(cancel).ResponseAsync);
        Assert.Equal(4L, await hub.Value<long>("select count(*) from events.event where record_id = $1", Guid.Parse(admitted.DischargeId)));
        Assert.Equal(9L, await hub.Value<long>("select count(*) from audit.entry where $1 = any (records)", Guid.Parse(admitted.DischargeId)));
    }

    [Fact]
    public async Task A_request_id_stands_for_one_request_of_one_operation()
    {
        var rww = hub.Discharges("rww");
        var admission = Admission();
        var admitted = await rww.RecordAdmissionAsync(admission);
        var other = admission.Clone();
        other.Ward = "Another Ward";
        await rww.RecordAdmissionAsync(other).Refused(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
        var review = Review(admitted.DischargeId, 1);
        review.RequestId = admission.RequestId;
        await rww.ReviewCriteriaToResideAsync(review).Refused(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
        Assert.Equal(admitted, await rww.RecordAdmissionAsync(admission));
    }

    [Fact]
    public async Task A_request_id_of_another_partner_is_not_in_the_way()
    {
        var admission = Admission();
        var ours = await hub.Discharges("rww").RecordAdmissionAsync(admission);
        admission.Site = "RBN01";
        var theirs = await hub.Discharges("rbn").RecordAdmissionAsync(admission);
        Assert.NotEqual(ours.DischargeId, theirs.DischargeId);
        Assert.Equal("RBN", theirs.Trust);
    }

    [Fact]
    public async Task Of_32_twins_at_once_one_has_the_effect_and_all_get_its_answer()
    {
        var rww = hub.Discharges("rww");
        var admission = Admission();
        var admitted = await Together(32, () => rww.RecordAdmissionAsync(admission).ResponseAsync);
        Assert.Single(admitted.Distinct());
        var review = Review(admitted[0].DischargeId, 5, "03");
        var reviewed = await Together(32, () => rww.ReviewCriteriaToResideAsync(review).ResponseAsync);
        Assert.Single(reviewed.Distinct());
        var id = Guid.Parse(admitted[0].DischargeId);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from discharge.stay where nhs_number = $1", admission.NhsNumber));
        Assert.Equal(1L, await hub.Value<long>("select count(*) from discharge.criteria_review where stay_id = $1", id));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from events.event where record_id = $1", id));
        Assert.Equal(64L, await hub.Value<long>("select count(*) from audit.entry where $1 = any (records) and outcome = 'success'", id));
    }

    [Fact]
    public async Task A_refused_change_leaves_its_audit_row_and_nothing_else()
    {
        var rww = hub.Discharges("rww");
        var admission = Admission();
        var open = await rww.RecordAdmissionAsync(admission);
        var id = open.DischargeId;
        var shut = await rww.RecordAdmissionAsync(Admission());
        shut = await rww.CancelDischargeAsync(Cancel(shut.DischargeId, shut.Etag));
        await rww.ReviewCriteriaToResideAsync(Review(id, 9, "02"));
        open = await rww.GetDischargeStatusAsync(ById(id));
        var before = await Rows();
        var audited = await hub.Value<long>("select count(*) from audit.entry");
        var refusals = new (Task Call, StatusCode Code, string Reason)[]
        {
            (rww.RecordAdmissionAsync(Admission(a => a.NhsNumber = admission.NhsNumber)).ResponseAsync, StatusCode.AlreadyExists, "ALREADY_ADMITTED"),
            (rww.RecordAdmissionAsync(Admission(a => a.SpellIdentifier = admission.SpellIdentifier)).ResponseAsync, StatusCode.AlreadyExists, "SPELL_ALREADY_RECORDED"),
            (rww.RecordAdmissionAsync(Admission(a => a.Site = "RBN01")).ResponseAsync, StatusCode.InvalidArgument, "SITE_UNKNOWN"),
            (rww.RecordAdmissionAsync(Admission(a => a.NhsNumber = "9990000000")).ResponseAsync, StatusCode.InvalidArgument, "NHS_NUMBER_INVALID"),
            (rww.ReviewCriteriaToResideAsync(Review(RequestId(), 1)).ResponseAsync, StatusCode.NotFound, "DISCHARGE_NOT_FOUND"),
            (rww.ReviewCriteriaToResideAsync(Review(shut.DischargeId, 1)).ResponseAsync, StatusCode.FailedPrecondition, "STAY_CLOSED"),
            (rww.AssignPathwayAsync(Assign(id, "P1", "d99")).ResponseAsync, StatusCode.Aborted, "ETAG_MISMATCH"),
            (rww.AssignPathwayAsync(Assign(shut.DischargeId, "P1", shut.Etag)).ResponseAsync, StatusCode.FailedPrecondition, "STAY_CLOSED"),
            (rww.ConfirmDischargeAsync(Confirm(id, open.Etag)).ResponseAsync, StatusCode.FailedPrecondition, "STILL_MEETS_CRITERIA"),
            (rww.CancelDischargeAsync(Cancel(shut.DischargeId, shut.Etag)).ResponseAsync, StatusCode.FailedPrecondition, "STAY_CLOSED"),
            (hub.Discharges("hbc").ConfirmDischargeAsync(Confirm(id, open.Etag)).ResponseAsync, StatusCode.PermissionDenied, "KIND_NOT_ALLOWED"),
            (hub.Discharges("rbn").CancelDischargeAsync(Cancel(id, open.Etag)).ResponseAsync, StatusCode.NotFound, "DISCHARGE_NOT_FOUND"),
        };
        foreach (var (call, code, reason) in refusals)
        {
            await call.Refused(code, reason);
        }

        Assert.Equal(before, await Rows());
        Assert.Equal(refusals.Length, await hub.Value<long>("select count(*) from audit.entry") - audited);
        Assert.Equal(open, await rww.GetDischargeStatusAsync(ById(id)));
    }

    [Fact]
    public async Task A_refused_request_id_is_free_for_the_corrected_request()
    {
        var rww = hub.Discharges("rww");
        var admission = Admission(a => a.Site = "RBN01");
        await rww.RecordAdmissionAsync(admission).Refused(StatusCode.InvalidArgument, "SITE_UNKNOWN");
        admission.Site = "RWWWH";
        Assert.Equal("RWWWH", (await rww.RecordAdmissionAsync(admission)).Site);
    }

    [Fact]
    public async Task Of_two_racing_admissions_of_one_person_exactly_one_is_refused()
    {
        var rww = hub.Discharges("rww");
        for (var round = 0; round < 20; round++)
        {
            var number = NhsNumber();
            var outcomes = await Together(2, () => Outcome(rww.RecordAdmissionAsync(Admission(a => a.NhsNumber = number)).ResponseAsync));
            Assert.Equal(["", "ALREADY_ADMITTED"], outcomes.Select(o => o.Reason).Order());
            Assert.Equal(1L, await hub.Value<long>("select count(*) from discharge.stay where nhs_number = $1", number));
        }
    }

    [Fact]
    public async Task Of_racing_updates_with_one_etag_exactly_one_wins_and_the_others_learn_the_current_etag()
    {
        var rww = hub.Discharges("rww");
        for (var round = 0; round < 10; round++)
        {
            var admitted = await rww.RecordAdmissionAsync(Admission());
            var outcomes = await Together(8, () => Outcome(rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P2", admitted.Etag)).ResponseAsync));
            var winner = Assert.Single(outcomes, o => o.Reason.Length == 0);
            Assert.All(outcomes.Where(o => o != winner), o => Assert.Equal(("ETAG_MISMATCH", winner.Etag), o));
            Assert.Equal(winner.Etag, (await rww.GetDischargeStatusAsync(ById(admitted.DischargeId))).Etag);
            Assert.Equal(1L, await hub.Value<long>("select count(*) from discharge.pathway_decision where stay_id = $1", Guid.Parse(admitted.DischargeId)));
        }
    }

    private static Task<T[]> Together<T>(int calls, Func<Task<T>> call) => Task.WhenAll(Enumerable.Range(0, calls).Select(_ => Task.Run(call)));

    private static async Task<(string Reason, string Etag)> Outcome(Task<DischargeStatus> call)
    {
        try
        {
            return ("", (await call).Etag);
        }
        catch (RpcException refusal)
        {
            var info = refusal.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>();
            return (info.Reason, info.Metadata.GetValueOrDefault("current_etag", ""));
        }
    }

    private async Task<DischargeStatus> Twice(Func<Task<DischargeStatus>> change)
    {
        var first = await change();
        var rows = await Rows();
        Assert.Equal(first, await change());
        Assert.Equal(rows, await Rows());
        return first;
    }

    /// <summary>How many rows each table has that changes write to, the audit aside.</summary>
    private Task<long[]> Rows() => hub.Value<long[]>("""
        select array[(select count(*) from discharge.stay), (select count(*) from discharge.patient), (select count(*) from discharge.access),
            (select count(*) from discharge.criteria_review), (select count(*) from discharge.pathway_decision), (select sum(version)::bigint from discharge.stay),
            (select count(*) from events.event), (select count(*) from requests.answered)]
        """);
}
