using Grpc.Core;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Capacity.CapacityWorld;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Homes and councils make returns; what is wrong is refused by name and leaves nothing.</summary>
public sealed class ReportCapacityTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_return_is_kept_with_its_history_and_told()
    {
        var home = await hub.Home("CARE-HOME-2", declared: ["general-nursing", "dementia-nursing"]);
        var first = await Homes("care-home-2").ReportCapacityAsync(Return(home, 30, change: r => r.Beds.Add(Beds("dementia-nursing", 10, 9, 0, 1))));
        Assert.Equal((Freshness.Fresh, "home", true, home.Id.ToString()), (first.Freshness, first.Source, first.AcceptingAdmissions, first.CareHomeId));
        Assert.Equal(["dementia-nursing", "general-nursing"], first.Beds.Select(b => b.BedType.Code));
        Assert.Equal("General nursing", first.Beds[1].BedType.Display);
        var second = await Homes("hbc").ReportCapacityAsync(Return(home, 5, available: 5));
        Assert.Equal(("council", 5), (second.Source, Assert.Single(second.Beds).Available));
        Assert.NotEqual(first.Etag, second.Etag);
        Assert.Equal("1 1 3 2", await hub.Rows(home));
        Assert.Equal(second, await Homes("rww").Known(home));
        var history = await Homes("rww").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = home.Location });
        Assert.Equal([5, 3, 1], history.Records.OrderByDescending(r => r.Beds.Available).Select(r => r.Beds.Available));
        Assert.Equal((5, "council"), (history.Records[0].Beds.Available, history.Records[0].Source));
        Assert.Equal(2L, await hub.Value<long>("select count(*) from audit.entry where operation = 'ReportCapacity' and $1 = any (records)", home.Id));
    }

    [Fact]
    public async Task A_repeat_gets_the_first_answer_and_writes_nothing_and_another_body_is_refused()
    {
        var home = await hub.Home();
        var request = Return(home, 10);
        var first = await Homes("hbc").ReportCapacityAsync(request);
        var rows = await hub.Rows(home);
        Assert.Equal(first, await Homes("hbc").ReportCapacityAsync(request));
        Assert.Equal(rows, await hub.Rows(home));
        request.Beds[0].Available = 0;
        await Homes("hbc").ReportCapacityAsync(request).Refused(StatusCode.AlreadyExists, "REQUEST_ID_REUSED");
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        var home = await hub.Home(declared: ["general-nursing"]);
        foreach (var (change, field, reason) in new (Action<ReportCapacityRequest>, string, string)[]
        {
            (r => r.RequestId = "", "request_id", "REQUIRED"),
            (r => r.RequestId = "x", "request_id", "NOT_A_UUID"),
            (r => r.CareHome = "", "care_home", "REQUIRED"),
            (r => r.AsOf = null, "as_of", "REQUIRED"),
            (r => r.AsOf = HoursAgo(-1), "as_of", "IN_THE_FUTURE"),
            (r => r.AsOf = new() { Seconds = 253_402_300_800 }, "as_of", "NOT_A_MOMENT"),
            (r => r.Beds.Clear(), "beds", "REQUIRED"),
            (r => r.Beds.AddRange(Enumerable.Repeat(r.Beds[0], 10)), "beds", "TOO_MANY"),
            (r => r.Beds.Add(r.Beds[0].Clone()), "beds[1].bed_type", "GIVEN_TWICE"),
            (r => r.Beds[0].BedType = null, "beds[0].bed_type", "REQUIRED"),
            (r => r.Beds[0].BedType.Code = "hammock", "beds[0].bed_type", "CODE_UNKNOWN"),
            (r => r.Beds[0].BedType.Code = "ypd", "beds[0].bed_type", "BED_TYPE_NOT_DECLARED"),
            (r => r.Beds[0].Maximum = 1001, "beds[0].maximum", "OUT_OF_RANGE"),
            (r => r.Beds[0].Occupied = -1, "beds[0].occupied", "OUT_OF_RANGE"),
            (r => r.Beds[0].Reserved = -1, "beds[0].reserved", "OUT_OF_RANGE"),
            (r => r.Beds[0].Available = int.MaxValue, "beds[0].available", "OUT_OF_RANGE"),
            (r => r.Beds[0].Available = 6, "beds[0]", "MORE_THAN_MAXIMUM"),
            (r => r.AcceptingAdmissions = false, "closure_reason", "REQUIRED"),
            (r => r.ClosureReason = new Coding { Code = "outbreak" }, "closure_reason", "NOT_EXPECTED"),
            (r => r.ClosedFrom = "2026-01-01", "closed_from", "NOT_EXPECTED"),
            (r => r.ClosedUntil = "2026-01-01", "closed_until", "NOT_EXPECTED"),
            (r => Close(r, "holiday"), "closure_reason", "CODE_UNKNOWN"),
            (r => Close(r, "outbreak", "2026-02-30"), "closed_from", "NOT_A_DATE"),
            (r => Close(r, "outbreak", "2026-02-02", "2026-02-01"), "closed_until", "BEFORE_FROM"),
        })
        {
            await Homes("hbc").ReportCapacityAsync(Return(home, change: change)).NamesField(field, reason);
        }

        Assert.Equal("0 0 0 0", await hub.Rows(home));
    }

    [Fact]
    public async Task Numbers_that_fill_the_home_exactly_are_taken_and_one_more_is_not()
    {
        var home = await hub.Home();
        await Homes("hbc").ReportCapacityAsync(Return(home, 3, available: 5));
        await Homes("hbc").ReportCapacityAsync(Return(home, 2, available: 6)).NamesField("beds[0]", "MORE_THAN_MAXIMUM");
    }

    [Theory]
    [InlineData("occupied = 21")]
    [InlineData("available = -1")]
    [InlineData("maximum = 1001")]
    public async Task The_database_has_the_last_word_on_numbers(string change)
    {
        var home = await hub.Home();
        await Homes("hbc").ReportCapacityAsync(Return(home));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => hub.Execute($"update carehomes.bed_capacity set {change} where home_id = $1", home.Id));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refusal.SqlState);
        await Assert.ThrowsAsync<PostgresException>(() => hub.Execute("insert into carehomes.bed_capacity (home_id, bed_type, maximum, occupied, reserved, available) values ($1, 'ypd', 4, 2, 2, 1)", home.Id));
    }

    [Fact]
    public async Task A_stranger_may_not_speak_for_a_home_at_the_door_or_in_the_database()
    {
        var (elsewhere, theirs) = (await hub.Home("CARE-HOME-3", area: "E08000013"), await hub.Home("CARE-HOME-4"));
        await Homes("hbc").ReportCapacityAsync(Return(elsewhere)).Refused(StatusCode.PermissionDenied, "NOT_YOURS");
        await Homes("care-home-5").ReportCapacityAsync(Return(theirs)).Refused(StatusCode.PermissionDenied, "NOT_YOURS");
        await Homes("rww").ReportCapacityAsync(Return(theirs)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        await Homes("care-home-3").ReportCapacityAsync(Return(elsewhere));
        await using var app = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = app.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('hub.org', 'CARE-HOME-5', true)"));
        batch.BatchCommands.Add(new($"insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, told_stale, version) values ('{theirs.Id}', now(), now(), 'home', true, false, 1)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync())).SqlState);
        Assert.Equal("0 0 0 0", await hub.Rows(theirs));
    }

    [Fact]
    public async Task A_home_must_be_one_and_be_registered()
    {
        await Homes("hbc").ReportCapacityAsync(Return(await hub.Home(careHome: false))).Refused(StatusCode.FailedPrecondition, "NOT_A_CARE_HOME");
        await Homes("hbc").ReportCapacityAsync(Return(await hub.Home(status: "Deregistered"))).Refused(StatusCode.FailedPrecondition, "DEREGISTERED");
        await Homes("hbc").ReportCapacityAsync(Return(new TestHome(Guid.CreateVersion7(), "1-1"))).Refused(StatusCode.NotFound, "CARE_HOME_NOT_FOUND");
    }

    [Fact]
    public async Task A_closed_home_says_why_and_an_open_one_no_longer_does()
    {
        var home = await hub.Home();
        var closed = await Homes("hbc").ReportCapacityAsync(Return(home, 5, change: r => Close(r, "outbreak", "2026-11-01", "2026-12-24")));
        Assert.Equal((false, "outbreak", "2026-11-01", "2026-12-24"), (closed.AcceptingAdmissions, closed.ClosureReason.Code, closed.ClosedFrom, closed.ClosedUntil));
        var open = await Homes("hbc").ReportCapacityAsync(Return(home, 4));
        Assert.True(open is { AcceptingAdmissions: true, ClosureReason: null, ClosedFrom: "" });
    }

    [Fact]
    public async Task An_older_return_changes_nothing_and_one_of_the_same_moment_corrects()
    {
        var home = await hub.Home();
        var first = Return(home, 10);
        var known = await Homes("hbc").ReportCapacityAsync(first);
        var rows = await hub.Rows(home);
        await Homes("hbc").ReportCapacityAsync(Return(home, 11)).Refused(StatusCode.Aborted, "NEWER_RETURN_KNOWN");
        Assert.Equal(rows, await hub.Rows(home));
        Assert.Equal(known, await Homes("hbc").Known(home));
        var corrected = await Homes("hbc").ReportCapacityAsync(Return(home, available: 4, change: r => r.AsOf = first.AsOf));
        Assert.Equal((4, known.AsOf), (corrected.Beds[0].Available, corrected.AsOf));
    }

    [Fact]
    public async Task A_stale_etag_is_refused_and_the_current_one_is_told()
    {
        var home = await hub.Home();
        var first = await Homes("hbc").ReportCapacityAsync(Return(home, 9));
        var second = await Homes("hbc").ReportCapacityAsync(Return(home, 8, change: r => r.Etag = first.Etag));
        var refusal = await Homes("hbc").ReportCapacityAsync(Return(home, 7, change: r => r.Etag = first.Etag)).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        Assert.Equal(second.Etag, refusal.GetDetail<Google.Rpc.ErrorInfo>()!.Metadata["current_etag"]);
    }

    [Fact]
    public async Task Of_returns_at_once_the_latest_stands_and_none_is_half()
    {
        var home = await hub.Home();
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(async minutes =>
        {
            try
            {
                return (await Homes("hbc").ReportCapacityAsync(Return(home, minutes, available: minutes % 6))).Beds[0].Available;
            }
            catch (RpcException e)
            {
                Assert.Equal(StatusCode.Aborted, e.StatusCode);
                return -1;
            }
        }));
        Assert.Equal(1, outcomes[0]);
        var known = await Homes("hbc").Known(home);
        Assert.Equal(1, known.Beds[0].Available);
        Assert.Equal((long)outcomes.Count(o => o >= 0), await hub.Value<long>("select count(*) from carehomes.capacity_history where home_id = $1", home.Id));
    }

    private static void Close(ReportCapacityRequest request, string reason, string from = "", string until = "") =>
        (request.AcceptingAdmissions, request.ClosureReason, request.ClosedFrom, request.ClosedUntil) = (false, new Coding { Code = reason }, from, until);

    private CareHomeService.CareHomeServiceClient Homes(string partner) => hub.CareHomes(partner);
}
