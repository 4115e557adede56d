using Halton.Hub.Foundation;
using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>Placements: recorded, reviewed, ended, listed; each look on record, each refusal without a trace.</summary>
public sealed class PlacementTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_placement_is_recorded_reviewed_and_ended_and_the_validation_of_its_home_follows()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var request = world.Placing(home);
        var placed = await world.Placed(request);
        Assert.Equal((true, request.NhsNumber, "p1", $"{world.Clock.Today().AddDays(-100).AddYears(1):yyyy-MM-dd}"), (placed.OutOfBorough, placed.NhsNumber, placed.Etag, $"{placed.ReviewDue:yyyy-MM-dd}"));
        var opened = await world.Get(home);
        Assert.Contains("own choice", opened.Checks[10].Evidence, StringComparison.Ordinal);
        Assert.Contains("dementia-nursing", opened.Checks[1].Evidence, StringComparison.Ordinal);

        var reviewed = await Review(world, placed, world.Day(-1));
        Assert.Equal(world.Clock.Today().AddDays(-1).AddYears(1), reviewed.ReviewDue);
        var ended = await End(world, reviewed, world.Today);
        Assert.Equal(("p3", "returned-home"), (ended.Etag, ended.EndReason));
        Assert.Equal("placement.recorded placement.reviewed placement.ended", await world.Events(placed.Id));
        Assert.Equal(CareWorld.Halton, await hub.Value<string>("select array_to_string(audience, ',') from events.event where record_id = $1 limit 1", placed.Id));
        Assert.DoesNotContain("own choice", (await world.Get(home)).Checks[10].Evidence, StringComparison.Ordinal);

        await Review(world, ended, world.Today).Refused(FaultKind.FailedPrecondition, "PLACEMENT_ENDED");
        await End(world, ended, world.Today).Refused(FaultKind.FailedPrecondition, "PLACEMENT_ENDED");

        // In the council's own area there is nothing to validate.
        var inside = await world.Home(h => h.LocalAuthority = CareWorld.Halton);
        Assert.False((await world.Placed(world.Placing(inside) with { OutOfAreaReason = null })).OutOfBorough);
        await world.Get(inside).Refused(FaultKind.NotFound, "VALIDATION_NOT_FOUND");
    }

    [Fact]
    public async Task A_wrong_placement_leaves_nothing()
    {
        var world = await CareWorld.In(hub);
        var (home, shop, inside) = (await world.Home(), await world.Home(h => h.IsCareHome = false), await world.Home(h => h.LocalAuthority = CareWorld.Halton));
        var good = world.Placing(home);
        var placed = await world.Placed(good);
        var rows = await world.Rows();
        var fresh = world.Placing(home);
        await world.Placed(fresh with { CaseReference = good.CaseReference }).Refused(FaultKind.AlreadyExists, "PLACEMENT_ALREADY_RECORDED");
        await world.Placed(fresh with { NhsNumber = good.NhsNumber }).Refused(FaultKind.AlreadyExists, "ALREADY_PLACED");
        await world.Placed(fresh with { CareHome = "1-0" }).Refused(FaultKind.NotFound, "CARE_HOME_NOT_FOUND");
        await world.Placed(fresh with { CareHome = shop.LocationId }).Refused(FaultKind.FailedPrecondition, "NOT_A_CARE_HOME");
        await world.Placed(fresh with { OutOfAreaReason = null }).NamesFields(("out_of_area_reason", "REQUIRED"));
        await world.Placed(fresh with { CareHome = inside.LocationId }).NamesFields(("out_of_area_reason", "NOT_EXPECTED"));
        await world.Placed(fresh with { NhsNumber = "9991234567", CaseReference = "", BedType = new Coding("", "hammock"), StartedOn = world.Day(1), HostNotifiedOn = world.Day(1) }).NamesFields(
            ("nhs_number", "NHS_NUMBER_INVALID"), ("case_reference", "REQUIRED"), ("bed_type", "CODE_UNKNOWN"), ("started_on", "IN_THE_FUTURE"), ("host_notified_on", "IN_THE_FUTURE"));
        await world.Placed(fresh with { CaseReference = NhsNumber(), ReviewedOn = world.Day(-200) }).NamesFields(("case_reference", "LOOKS_LIKE_A_PERSON"), ("reviewed_on", "REVIEWED_BEFORE"));
        await Review(world, placed with { Etag = "p9" }, world.Today).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await Review(world, placed, world.Day(-101)).NamesFields(("reviewed_on", "REVIEWED_BEFORE"));
        await End(world, placed, world.Day(-101)).NamesFields(("ended_on", "ENDED_BEFORE_STARTED"));
        await End(world, placed, world.Today, "bored").NamesFields(("reason", "CODE_UNKNOWN"));
        await Review(world, placed, world.Today, CareWorld.Liverpool).Refused(FaultKind.NotFound, "PLACEMENT_NOT_FOUND");
        await End(world, placed, world.Today, council: CareWorld.Liverpool).Refused(FaultKind.NotFound, "PLACEMENT_NOT_FOUND");
        Assert.Equal(rows, await world.Rows());

        Assert.Equal(placed.Id, (await world.Placed(good)).Id);
        await world.Placed(good with { CareHome = inside.LocationId }).Refused(FaultKind.AlreadyExists, "REQUEST_ID_REUSED");

        // Two councils can have placed the same person: each knows its own.
        await world.Placed(fresh with { RequestId = RequestId(), NhsNumber = good.NhsNumber }, CareWorld.Liverpool);
    }

    [Fact]
    public async Task A_list_shows_ones_own_the_first_due_at_the_top_and_every_look_is_on_record()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var late = await world.Placed(world.Placing(home) with { StartedOn = world.Day(-10) });
        var early = await world.Placed(world.Placing(home) with { StartedOn = world.Day(-300) });
        var middle = await world.Placed(world.Placing(home) with { StartedOn = world.Day(-200) });
        var theirs = await world.Placed(world.Placing(home), CareWorld.Liverpool);
        var first = await List(new(), 2);
        var second = await List(new(), 2, first.NextPageToken);
        Assert.Equal([early.Id, middle.Id, late.Id], first.Placements.Concat(second.Placements).Select(p => p.Id));
        Assert.Empty(second.NextPageToken);
        Assert.Equal([early.Id], (await List(new() { ReviewDueBy = early.ReviewDue }, 0)).Placements.Select(p => p.Id));
        Assert.Equal(3, (await List(new() { OutOfBoroughOnly = true }, 0)).Placements.Count);
        await End(world, late, world.Today);
        Assert.Equal(2, (await List(new(), 0)).Placements.Count);
        Assert.Equal(3, (await List(new() { IncludeEnded = true }, 0)).Placements.Count);
        await List(new() { IncludeEnded = true }, 2, first.NextPageToken).NamesFields(("page_token", "PAGE_TOKEN_INVALID"));
        await List(new(), 201).NamesFields(("page_size", "PAGE_SIZE_INVALID"));

        Assert.Equal(early.Id, (await Get(early.Id, CareWorld.Halton)).Id);
        await Get(theirs.Id, CareWorld.Halton).Refused(FaultKind.NotFound, "PLACEMENT_NOT_FOUND");
        await Get(Guid.CreateVersion7(), CareWorld.Halton).Refused(FaultKind.NotFound, "PLACEMENT_NOT_FOUND");
        Assert.Equal(1L, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetPlacement' and interaction = 'r' and purpose = 'TREAT' and records = array[$1]", early.Id));
        // Each looked at three: a page of two looks one further.
        Assert.Equal(3L, await hub.Value<long>("select count(*) from audit.entry where operation = 'ListPlacements' and interaction = 's' and cardinality(records) = 3 and $1 = any (records) and $2 = any (records)", early.Id, middle.Id));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from audit.entry where organization = $1 and $2 = any (records)", CareWorld.Halton, theirs.Id));

        async Task<PlacementPage> List(PlacementFilter filter, int size, string? token = null) =>
            await world.The<ListPlacements>().Run(world.As(CareWorld.Halton, "ListPlacements"), filter with { CareHome = home.LocationId }, size, token, default);
        async Task<PlacementState> Get(Guid id, string council) => await world.The<GetPlacement>().Run(world.As(council, "GetPlacement"), id.ToString(), default);
    }

    [Fact]
    public async Task The_row_wall_holds_with_the_codes_own_filter_removed()
    {
        var world = await CareWorld.In(hub);
        var placed = await world.Placed(world.Placing(await world.Home()));
        var stripped = GetPlacement.Statement.Replace(PlacementPolicy.Visible("$2"), "$2 <> ''", StringComparison.Ordinal);
        Assert.NotEqual(GetPlacement.Statement, stripped);
        Assert.Equal(1, await Rows(CareWorld.Halton, stripped, placed.Id, CareWorld.Halton));
        Assert.Equal(0, await Rows(CareWorld.Liverpool, stripped, placed.Id, CareWorld.Liverpool));
        Assert.Equal(0, await Rows("RWW", stripped, placed.Id, "RWW"));
        Assert.Equal(0, await Rows("", stripped, placed.Id, "x"));
        Assert.Equal(0, await Rows("SYSTEM:CqcDirectorySync", stripped, placed.Id, "x"));
        Assert.Equal(1, await Rows("SYSTEM:PlacementReviews", stripped, placed.Id, "x"));
        var list = ListPlacements.Query(CareWorld.Liverpool, new PlacementFilter(), null, 1000).CommandText.Replace(ListPlacements.OwnRows, "$1 <> ''", StringComparison.Ordinal);
        Assert.Equal(0, await Rows("RWW", list, "x", 1000));
        Assert.Equal(0, await Rows(CareWorld.Liverpool, "select * from placement.standing_placement where council <> $1", CareWorld.Liverpool));
    }

    [Fact]
    public async Task The_schema_asks_and_changes_as_the_service_does()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var number = NhsNumber();
        var placed = (await hub.Graph("hbc", "mutation($i: RecordPlacementInput!) { recordPlacement(input: $i) { placementId id etag outOfBorough } }", new
        {
            i = new { requestId = RequestId(), caseReference = $"G-{number[3..6]}", nhsNumber = number, careHome = home.LocationId, bedType = new { code = "dementia-nursing" }, outOfAreaReason = new { code = "timeliness" }, startedOn = world.Day(-5) },
        })).Data("recordPlacement");
        var (id, node) = (placed.At("placementId").GetString()!, placed.At("id").GetString()!);
        Assert.Equal(number, (await hub.Graph("hbc", "query($id: ID!) { placement(placementId: $id) { nhsNumber } }", new { id })).Data("placement.nhsNumber").GetString());
        Assert.Equal(id, (await hub.Graph("hbc", "query($id: ID!) { node(id: $id) { ... on Placement { placementId } } }", new { id = node })).Data("node.placementId").GetString());
        var listed = await hub.Graph("hbc", "query($h: String) { placements(filter: { careHome: $h }) { nodes { placementId bedType { display } } pageInfo { hasNextPage } } }", new { h = home.LocationId });
        Assert.Equal("Dementia nursing", listed.Data("placements.nodes.0.bedType.display").GetString());
        Assert.Equal("PENDING", (await hub.Graph("rww", "query($h: String!) { validation(careHome: $h, council: \"E06000006\") { decision { code } checks { evidence } } }", new { h = home.LocationId })).Data("validation.decision.code").GetString()!.ToUpperInvariant());
        (await hub.Graph("rww", "query($h: String!) { validation(careHome: $h) { etag } }", new { h = home.LocationId })).NamesField("council", "COUNCIL_REQUIRED");
        (await hub.Graph("rww", "query { placements { nodes { placementId } } }")).Refused("PERMISSION_DENIED", "KIND_NOT_ALLOWED");
        Assert.Equal("p2", (await hub.Graph("hbc", "mutation($i: RecordPlacementReviewInput!) { recordPlacementReview(input: $i) { etag } }", new { i = new { requestId = RequestId(), placementId = id, reviewedOn = world.Today, etag = "p1" } })).Data("recordPlacementReview.etag").GetString());
        Assert.Equal("died", (await hub.Graph("hbc", "mutation($i: EndPlacementInput!) { endPlacement(input: $i) { endReason { code } } }", new { i = new { requestId = RequestId(), placementId = id, endedOn = world.Today, reason = new { code = "died" }, etag = "p2" } })).Data("endPlacement.endReason.code").GetString());
    }

    private static async Task<PlacementState> Review(CareWorld world, PlacementState placed, string on, string council = CareWorld.Halton) =>
        await world.The<RecordPlacementReview>().Run(world.As(council, "RecordPlacementReview"), new(RequestId(), placed.Id.ToString(), on, placed.Etag), default);

    private static async Task<PlacementState> End(CareWorld world, PlacementState placed, string on, string reason = "returned-home", string council = CareWorld.Halton) =>
        await world.The<EndPlacement>().Run(world.As(council, "EndPlacement"), new(RequestId(), placed.Id.ToString(), on, new Coding("", reason), placed.Etag), default);

    private async Task<int> Rows(string organization, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(HubUnderTest.AppConnection(hub.Owner));
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select set_config('hub.org', $1, true)") { Parameters = { new() { Value = organization } } });
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
        }

        return rows;
    }
}
