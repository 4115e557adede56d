using System.Text.Json.Nodes;
using Halton.Hub.CareHomes.Validation;
using Halton.Hub.Clock;
using Halton.Hub.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>How the hub follows CQC: what it takes in, what it tells, and where the next run begins.</summary>
public sealed class CqcSyncTests(CqcWorld world) : IClassFixture<CqcWorld>
{
    private const string Council = "E06000006";

    [Fact]
    public async Task A_first_run_takes_up_what_is_listed_in_the_watched_areas_and_nothing_else()
    {
        await world.Clear();
        world.Cqc.Has("1-1000");
        world.Cqc.Has("1-1001")["localAuthority"] = "Cornwall";
        world.Cqc.Has("1-1002")["careHome"] = "N";
        world.Cqc.Has("1-1003")["registrationStatus"] = "Deregistered";
        world.Cqc.Has("1-1004")["localAuthority"] = "St. Helens";
        world.Cqc.Changes.Clear();

        var run = await world.Sync();

        Assert.Equal(RunOutcome.Succeeded, run.Outcome);
        Assert.Equal(2, run.Counts["taken up"]);
        Assert.Equal(["1-1000", "1-1004"], await world.Hub.Value<string[]>("select array_agg(location_id order by location_id) from carehomes.care_home"));
        Assert.Equal("Care home service without nursing|Registered|E06000006|good|good|40|WA7 2ZZ", await world.Of<string>(
            "1-1000", "concat_ws('|', service_types[1], registration_status, local_authority, rating_overall, rating_well_led, number_of_beds, postal_code)"));
        Assert.Equal("E08000013", await world.Of<string>("1-1004", "local_authority"));
        Assert.Equal("""{"type": "Social Care Org", "brandId": "BD9900", "organisationType": "Location"}""", await world.Of<string>("1-1000", "further::text"));
        Assert.Equal("Marlpit Care Limited", await world.Hub.Value<string>("select name from carehomes.provider"));
        Assert.Equal("""["taken-up"]""", await world.Told("1-1000"));
    }

    [Fact]
    public async Task A_run_that_finds_nothing_new_moves_the_moment_and_tells_nobody()
    {
        await world.Clear();
        world.Cqc.Has("1-1010");
        await world.Sync();
        await world.Age(TimeSpan.FromHours(2));
        var before = await world.Of<DateTime>("1-1010", "synced_at");
        var events = await world.Events("1-1010");

        var run = await world.Sync();

        Assert.Equal((0, 1), (run.Counts["changed"], run.Counts["unchanged"]));
        Assert.True(await world.Of<DateTime>("1-1010", "synced_at") > before);
        Assert.Equal(events, await world.Events("1-1010"));
        Assert.Equal(1, await world.Of<int>("1-1010", "version"));
    }

    [Theory]
    [InlineData("""{ "currentRatings": { "overall": { "rating": "Inadequate", "reportDate": "2025-01-01" } } }""", """["rating"]""")]
    [InlineData("""{ "dormancy": "Y" }""", """["dormancy"]""")]
    [InlineData("""{ "registrationStatus": "Deregistered", "deregistrationDate": "2026-10-01" }""", """["registration"]""")]
    [InlineData("""{ "relationships": [{ "relatedLocationId": "1-9999", "type": "HSCA Successor" }] }""", """["successor"]""")]
    [InlineData("""{ "relationships": [{ "relatedLocationId": "1-9999", "type": "HSCA Predecessor" }] }""", """["successor"]""")]
    [InlineData("""{ "specialisms": [] }""", """["service-types"]""")]
    [InlineData("""{ "mainPhoneNumber": "01632960901", "newAndPlain": 7 }""", """["details"]""")]
    public async Task A_change_is_told_with_what_changed(string change, string told)
    {
        await world.Clear();
        var home = world.Cqc.Has("1-1020");
        await world.Sync();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            home[name] = value?.DeepClone();
        }

        var run = await world.Sync();

        Assert.Equal((RunOutcome.Succeeded, 1), (run.Outcome, run.Counts["changed"]));
        Assert.Equal(told, await world.Told("1-1020"));
        Assert.Equal(2, await world.Of<int>("1-1020", "version"));
    }

    [Theory]
    [InlineData("""{ "currentRatings": { "overall": { "rating": "Inadequate", "reportDate": "2025-01-01" } } }""", "rating-downgrade")]
    [InlineData("""{ "dormancy": "Y" }""", "dormancy")]
    [InlineData("""{ "registrationStatus": "Deregistered" }""", "deregistration")]
    [InlineData("""{ "relationships": [{ "relatedLocationId": "1-9999", "type": "HSCA Successor" }] }""", "successor-registration")]
    [InlineData("""{ "relationships": [{ "relatedLocationId": "1-9999", "type": "HSCA Predecessor" }] }""", "")]
    [InlineData("""{ "specialisms": [], "numberOfBeds": 39 }""", "")]
    public async Task A_change_for_the_worse_reopens_councils_validations_of_the_home_in_the_same_save(string change, string reopenedBy)
    {
        await world.Clear();
        var home = world.Cqc.Has("1-1025");
        home["localAuthority"] = "Warrington";
        await world.Sync();
        await Validated("1-1025");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            home[name] = value?.DeepClone();
        }

        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        Assert.Equal(reopenedBy, await ReopenedBy());
        Assert.Equal(reopenedBy.Length > 0 ? 1 : 0, await world.Hub.Value<long>(
            "select count(*) from events.event c join events.event v on v.xid = c.xid and v.kind = 'validation.reopened' where c.kind = 'care-home.changed' and c.record_id in (select id from carehomes.care_home)"));
    }

    [Fact]
    public async Task An_upgrade_reopens_nothing()
    {
        await world.Clear();
        var home = world.Cqc.Has("1-1030", "Requires improvement");
        await world.Sync();
        await Validated("1-1030");
        home["currentRatings"] = CqcDocuments.Current("Outstanding", "2025-02-01");
        await world.Sync();
        Assert.Equal("""["rating"]""", await world.Told("1-1030"));
        Assert.Equal("outstanding", await world.Of<string>("1-1030", "rating_overall"));
        Assert.Equal("", await ReopenedBy());
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_home_that_vanished_is_removed_and_keeps_what_was_last_said(int status)
    {
        await world.Clear();
        world.Cqc.Has("1-1040");
        await world.Sync();
        world.Cqc.Refuse("locations/1-1040", status);

        Assert.Equal(1, (await world.Sync()).Counts["removed"]);
        Assert.Equal("Removed|good", await world.Of<string>("1-1040", "registration_status || '|' || rating_overall"));
        Assert.Equal("""["registration"]""", await world.Told("1-1040"));

        Assert.Equal((0, 1), (await world.Sync()).Counts is var again ? (again["removed"], again["unchanged"]) : default);
        world.Cqc.Odd.Clear();
        await world.Sync();
        Assert.Equal("Registered", await world.Of<string>("1-1040", "registration_status"));
    }

    [Fact]
    public async Task When_homes_vanish_in_numbers_none_is_removed_and_the_run_fails()
    {
        await world.Clear();
        foreach (var i in Enumerable.Range(1100, 30))
        {
            world.Cqc.Has($"1-{i}");
        }

        await world.Sync();
        foreach (var i in Enumerable.Range(1100, 25))
        {
            world.Cqc.Refuse($"locations/1-{i}", 404);
        }

        var run = await world.Sync();
        Assert.Equal((RunOutcome.Failed, "CQC_MANY_VANISHED"), (run.Outcome, run.Error));
        Assert.Equal(30, await world.Hub.Value<long>("select count(*) from carehomes.care_home where registration_status = 'Registered'"));
    }

    [Fact]
    public async Task A_successor_is_taken_up_wherever_it_lies_and_its_successor_too()
    {
        await world.Clear();
        world.Cqc.Has("1-1050")["relationships"] = new JsonArray(CqcDocuments.Related("1-1051", "HSCA Successor"));
        world.Cqc.Has("1-1051")["relationships"] = new JsonArray(CqcDocuments.Related("1-1050", "HSCA Predecessor"), CqcDocuments.Related("1-1052", "HSCA Successor"));
        world.Cqc.Has("1-1052");
        world.Cqc.Locations["1-1051"]["localAuthority"] = "Cornwall";
        world.Cqc.Locations["1-1052"]["localAuthority"] = "Cornwall";

        Assert.Equal(3, (await world.Sync()).Counts["taken up"]);
        Assert.Equal("predecessor 1-1050,successor 1-1052", await world.Hub.Value<string>(
            "select string_agg(kind || ' ' || related_location_id, ',' order by kind) from carehomes.succession s join carehomes.care_home h on h.id = s.home_id where h.location_id = '1-1051'"));
    }

    [Fact]
    public async Task Each_run_begins_a_day_before_the_last_one_and_thirty_days_back_when_there_is_none_or_it_is_long_ago()
    {
        await world.Clear();
        await world.Sync();
        await world.Sync();
        await world.Age(TimeSpan.FromDays(31));
        await world.Sync();

        var (first, second, third) = world.Cqc.Asked.Where(asked => asked.StartsWith("changes/", StringComparison.Ordinal)).Select(Window).ToList() is [var a, var b, var c] ? (a, b, c) : default;
        Assert.Equal(TimeSpan.FromDays(30), first.Until - first.From);
        Assert.Equal(first.Until - TimeSpan.FromDays(1), second.From);
        Assert.Equal(TimeSpan.FromDays(30), third.Until - third.From);

        static (DateTimeOffset From, DateTimeOffset Until) Window(string asked)
        {
            var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(asked[asked.IndexOf('?', StringComparison.Ordinal)..]);
            return (DateTimeOffset.Parse(query["startTimestamp"]!, null), DateTimeOffset.Parse(query["endTimestamp"]!, null));
        }
    }

    [Fact]
    public async Task Once_a_week_every_home_is_read_anew_and_between_only_what_changed()
    {
        await world.Clear();
        world.Cqc.Has("1-1060");
        world.Cqc.Changes.Clear();
        await world.Sync();
        await world.Sync();
        Assert.Equal(1, world.Cqc.Times("locations/1-1060"));
        await world.Age(TimeSpan.FromDays(8));
        await world.Sync();
        Assert.Equal(2, world.Cqc.Times("locations/1-1060"));
        await world.Sync();
        Assert.Equal(2, world.Cqc.Times("locations/1-1060"));
    }

    [Fact]
    public async Task Pages_that_shift_while_they_are_read_lose_no_change()
    {
        await world.Clear();
        foreach (var i in Enumerable.Range(1070, 7))
        {
            world.Cqc.Has($"1-{i}");
        }

        await world.Sync();
        foreach (var home in world.Cqc.Locations.Values)
        {
            home["numberOfBeds"] = 41;
        }

        // The first row leaves after the first page was read, so the first row of the second page is never seen on that walk.
        (world.Cqc.PageSize, var left) = (3, false);
        world.Cqc.AfterPage = _ =>
        {
            if (!left)
            {
                (left, var first) = (true, world.Cqc.Changes[0]);
                world.Cqc.Changes.Remove(first);
            }
        };

        Assert.Equal(7, (await world.Sync()).Counts["changed"]);
    }

    [Fact]
    public async Task An_id_that_stands_on_several_pages_is_asked_for_once()
    {
        await world.Clear();
        world.Cqc.Has("1-1080");
        world.Cqc.Changes.AddRange(["1-1080", "1-1080", "1-1080", "../../secret"]);
        world.Cqc.PageSize = 2;
        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        Assert.Equal(1, world.Cqc.Times("locations/1-1080"));
        Assert.DoesNotContain(world.Cqc.Asked, asked => asked.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_CQC_does_not_know_is_known_by_its_id()
    {
        await world.Clear();
        world.Cqc.Has("1-1090");
        world.Cqc.Providers.Clear();
        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        Assert.Equal("1-998100001|Removed", await world.Hub.Value<string>("select name || '|' || registration_status from carehomes.provider"));
    }

    [Fact]
    public async Task Without_a_source_nothing_is_done()
    {
        await using var hub = await CqcWorld.Node(Halton.Hub.CareHomes.Cqc.CqcOptions.None);
        Assert.Equal((RunOutcome.Succeeded, 0), await CqcWorld.Sync(hub) is var run ? (run.Outcome, run.Counts.Count) : default);
    }

    /// <summary>The council has a validation of the home, and no other.</summary>
    private async Task Validated(string location)
    {
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(world.Hub.Database).Options);
        db.Add(new ProviderValidation { Id = Guid.CreateVersion7(), Council = Council, HomeId = await world.Of<Guid>(location, "id") });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private Task<string> ReopenedBy() => world.Hub.Value<string>("select array_to_string(reopened_by, ',') from carehomes.validation");
}
