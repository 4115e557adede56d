using System.Net;
using System.Text.Json.Nodes;
using Halton.Hub.CareHomes.Cqc;
using Halton.Hub.Clock;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Cqc;

/// <summary>What CQC, or what stands between, can do to a run. Either it ends right or it fails where that is seen; no home is ever marked better than it is.</summary>
public sealed class CqcTroubleTests(CqcWorld world) : IClassFixture<CqcWorld>
{
    private const string Good = "1-2000";
    private const string Bad = "1-2001";
    private const string Path = "locations/" + Bad;

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    [InlineData(500, null)]
    [InlineData(503, "0")]
    public async Task What_passes_is_waited_for(int status, string? retryAfter)
    {
        await Two();
        world.Cqc.Refuse(Path, status, times: 2, retryAfter);
        Assert.Equal((RunOutcome.Succeeded, 2), await world.Sync() is var run ? (run.Outcome, run.Counts["changed"]) : default);
        Assert.Equal(3, world.Cqc.Times(Path));
    }

    [Fact]
    public async Task Whoever_is_told_to_wait_too_long_does_not_ask_again_before()
    {
        await Two();
        world.Cqc.Refuse(Path, 429, retryAfter: "3600");
        await FailsAndLeaves("CQC_UNAVAILABLE", 1);
    }

    [Theory]
    [InlineData(429, 4)]
    [InlineData(500, 4)]
    [InlineData(403, 1)]
    [InlineData(400, 1)]
    public async Task What_does_not_pass_leaves_that_home_and_takes_the_others_in(int status, int attempts)
    {
        await Two();
        world.Cqc.Refuse(Path, status);
        await FailsAndLeaves(status is 403 or 400 ? "CQC_REFUSED" : "CQC_UNAVAILABLE", attempts);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await Two();
        await using var elsewhere = await CqcStub.Start();
        elsewhere.Has(Bad, "Outstanding");
        world.Cqc.Odd[Path] = (http, _) =>
        {
            http.Response.Redirect($"{elsewhere.Url}/{Path}");
            return Task.FromResult(true);
        };
        await FailsAndLeaves("CQC_REFUSED", 1);
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again_and_never_half_read()
    {
        await Two();
        world.Cqc.Odd[Path] = async (http, _) =>
        {
            var whole = CqcDocuments.Location(Bad, "Outstanding").ToJsonString();
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json", whole.Length);
            await http.Response.WriteAsync(whole[..(whole.Length - 40)]);
            await http.Response.Body.FlushAsync();
            http.Abort();
            return true;
        };
        await FailsAndLeaves("CQC_UNAVAILABLE", 4);
    }

    [Fact]
    public async Task An_answer_that_drips_runs_into_the_time_of_an_attempt()
    {
        await Two();
        await using var hub = await CqcWorld.Node(CqcWorld.Patient(world.Cqc.Url) with { AttemptTimeout = TimeSpan.FromMilliseconds(500), Repeats = 1 }, world.Hub.Owner);
        world.Cqc.Odd[Path] = async (http, _) =>
        {
            http.Response.ContentType = "application/json";
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(" ");
                await http.Response.Body.FlushAsync();
                await Task.Delay(20);
            }

            return true;
        };
        await FailsAndLeaves("CQC_UNAVAILABLE", 2, hub);
    }

    [Theory]
    [InlineData(10 << 20)]
    [InlineData(null)]
    public async Task A_flood_is_hung_up_on_whether_its_length_is_announced_or_it_has_no_end(int? length)
    {
        await Two();
        world.Cqc.Odd[Path] = async (http, _) =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = ("application/json", length);
            var block = new byte[64 << 10];
            for (var sent = 0L; sent < (length ?? long.MaxValue) && !http.RequestAborted.IsCancellationRequested; sent += block.Length)
            {
                await http.Response.Body.WriteAsync(block);
            }

            return true;
        };
        await FailsAndLeaves("CQC_ANSWER_TOO_LARGE", 1);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>", "text/html")]
    [InlineData("""{ "locationId": "1-2001" }""", "text/html")]
    [InlineData("<html>", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("""{ "locationId": "1-2001" }""", "application/json")]
    [InlineData("""{ "locationId": "1-2000", "providerId": "1-998100001", "name": "Another", "registrationStatus": "Registered" }""", "application/json")]
    [InlineData("""{ "locationId": "1-2001", "providerId": "1-998100001", "name": 7, "registrationStatus": "Registered" }""", "application/json")]
    [InlineData("""{ "locationId": "1-2001", "providerId": "1-998100001", "name": "A home", "registrationStatus": "Perhaps" }""", "application/json")]
    [InlineData("""{ "locationId": "1-2001", "locationId": "1-2001", "providerId": "1-998100001", "name": "A home", "registrationStatus": "Registered" }""", "application/json")]
    public async Task What_is_no_document_of_that_home_is_refused(string text, string type)
    {
        await Two();
        world.Cqc.Say(Path, text, type);
        await FailsAndLeaves("CQC_INVALID_DOCUMENT", 1);
    }

    [Fact]
    public async Task Fields_of_other_types_are_absent_and_unknown_ones_are_let_be()
    {
        await Two();
        var home = world.Cqc.Locations[Bad];
        foreach (var field in new[] { "numberOfBeds", "mainPhoneNumber", "postalCode", "onspdLatitude", "gacServiceTypes", "specialisms", "currentRatings", "lastInspection", "relationships" })
        {
            home[field] = new JsonArray(new JsonArray(1), true);
        }

        home["somethingNew"] = new JsonObject { ["deep"] = new JsonArray(CqcDocuments.Contact) };
        home["registeredManagerName"] = CqcDocuments.Contact;
        home["plain"] = "kept";
        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        Assert.Equal("unknown|0|kept|t", await world.Of<string>(
            Bad, "concat_ws('|', rating_overall, cardinality(service_types), further->>'plain', number_of_beds is null and phone is null and postal_code is null and latitude is null and longitude is null)"));
    }

    [Theory]
    [InlineData("", "unknown")]
    [InlineData("Splendid", "unknown")]
    [InlineData("Inspected but not rated", "not-rated")]
    [InlineData("No published rating", "not-rated")]
    [InlineData("Insufficient evidence to rate", "insufficient-evidence")]
    public async Task A_rating_that_is_none_is_never_taken_for_good(string words, string code)
    {
        await Two();
        world.Cqc.Locations[Bad]["currentRatings"] = CqcDocuments.Current(words, "2025-01-01");
        await world.Sync();
        Assert.Equal(code, await world.Of<string>(Bad, "rating_overall"));
        Assert.Contains("\"rating\"", await world.Told(Bad), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "changes": 7 }""")]
    [InlineData("""{ "changes": ["1-2001"], "page": 3, "totalPages": 5 }""")]
    [InlineData("""{ "changes": ["1-2001"], "page": 1, "totalPages": 2000000000 }""")]
    public async Task Without_a_list_of_changes_nothing_is_moved(string page)
    {
        await Two();
        var until = await world.Hub.Value<DateTime>("select until from carehomes.cqc_progress");
        world.Cqc.Say("changes/location", page);
        Assert.Equal((RunOutcome.Failed, "CQC_INVALID_DOCUMENT"), await world.Sync() is var run ? (run.Outcome, run.Error) : default);
        Assert.Equal(until, await world.Hub.Value<DateTime>("select until from carehomes.cqc_progress"));
        world.Cqc.Refuse("changes/location", 404);
        Assert.Equal("CQC_REFUSED", (await world.Sync()).Error);
        Assert.Equal(2, await world.Hub.Value<long>("select count(*) from carehomes.care_home where registration_status = 'Registered'"));
    }

    [Fact]
    public async Task An_area_whose_list_cannot_be_read_fails_the_run_and_not_the_changes()
    {
        await Two();
        world.Cqc.Odd["locations"] = (http, _) =>
        {
            var ours = http.Request.Query["localAuthority"] == "Warrington";
            http.Response.StatusCode = ours ? 500 : 200;
            return Task.FromResult(ours);
        };
        var run = await world.Sync();
        Assert.Equal((RunOutcome.Failed, "CQC_SYNC_INCOMPLETE"), (run.Outcome, run.Error));
        Assert.Equal(50, await world.Of<int>(Good, "number_of_beds"));
    }

    [Fact]
    public async Task A_source_that_fails_without_end_is_given_up()
    {
        await world.Clear();
        foreach (var i in Enumerable.Range(2100, 120))
        {
            world.Cqc.Has($"1-{i}");
            world.Cqc.Refuse($"locations/1-{i}", 403);
        }

        Assert.Equal("CQC_SYNC_INCOMPLETE", (await world.Sync()).Error);
        Assert.InRange(world.Cqc.Asked.Count(asked => asked.StartsWith("locations/", StringComparison.Ordinal)), 20, 60);
    }

    [Fact]
    public async Task A_wrong_key_fails_the_job_and_its_health()
    {
        await using var hub = await CqcWorld.Node(CqcWorld.Patient(world.Cqc.Url) with { Key = "wrong" });
        Assert.Equal((RunOutcome.Failed, "CQC_REFUSED"), await CqcWorld.Sync(hub) is var run ? (run.Outcome, run.Error) : default);
        using var http = new HttpClient { BaseAddress = hub.Http };
        await Poll.Until(
            async () =>
            {
                using var health = await http.GetAsync(new Uri("/health/jobs", UriKind.Relative));
                return health.StatusCode == HttpStatusCode.ServiceUnavailable && (await health.Content.ReadAsStringAsync()).Contains("CqcDirectorySync failed with CQC_REFUSED", StringComparison.Ordinal);
            },
            "the health of the jobs does not tell of it");
    }

    [Fact]
    public async Task A_CQC_that_is_not_there_fails_the_job()
    {
        var gone = await CqcStub.Start();
        await gone.DisposeAsync();
        await using var hub = await CqcWorld.Node(CqcWorld.Patient(gone.Url));
        Assert.Equal((RunOutcome.Failed, "CQC_UNAVAILABLE"), await CqcWorld.Sync(hub) is var run ? (run.Outcome, run.Error) : default);
    }

    [Fact]
    public async Task Nobody_whom_CQC_names_is_anywhere_in_the_database()
    {
        await Two();
        world.Cqc.Locations[Bad]["inspectorName"] = CqcDocuments.Contact;
        await world.Sync();
        await Scan(0);

        // The scan finds a name that is there.
        await world.Hub.Execute("update carehomes.care_home set further = jsonb_build_object('x', $1::text) where location_id = $2", CqcDocuments.Contact, Good);
        await Scan(1);

        async Task Scan(int found) => Assert.Equal(found, await world.Hub.Value<long>(
            """
            select coalesce(sum((xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I t where t::text ilike %L', table_schema, table_name, '%' || $1 || '%'), false, true, '')))[1]::text::bigint), 0)::bigint
            from information_schema.tables where table_schema in ('carehomes', 'events', 'requests', 'audit') and table_type = 'BASE TABLE'
            """,
            CqcDocuments.Contact));
    }

    /// <summary>Two homes that the hub knows as good, of both of which CQC now says something else.</summary>
    private async Task Two()
    {
        await world.Clear();
        foreach (var id in new[] { Good, Bad })
        {
            world.Cqc.Has(id);
        }

        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        await world.Age(TimeSpan.FromHours(2));
        foreach (var home in world.Cqc.Locations.Values)
        {
            home["numberOfBeds"] = 50;
        }

        world.Cqc.Asked.Clear();
    }

    /// <summary>The run fails where it is seen; the bad home stays exactly as it was, the good one is taken in, and the next run begins where this one did.</summary>
    private async Task FailsAndLeaves(string reason, int attempts, HubUnderTest? hub = null)
    {
        const string All = "to_jsonb(care_home)::text";
        var (before, until) = (await world.Of<string>(Bad, All), await world.Hub.Value<DateTime>("select until from carehomes.cqc_progress"));
        var run = await CqcWorld.Sync(hub ?? world.Hub);
        Assert.Equal((RunOutcome.Failed, "CQC_SYNC_INCOMPLETE"), (run.Outcome, run.Error));
        Assert.Equal(before, await world.Of<string>(Bad, All));
        Assert.Equal(until, await world.Hub.Value<DateTime>("select until from carehomes.cqc_progress"));
        Assert.Equal(50, await world.Of<int>(Good, "number_of_beds"));
        Assert.Equal(attempts, world.Cqc.Times(Path));
        var asked = (hub ?? world.Hub).Services.GetRequiredService<CqcSources>().Open()!.Location(Bad, TestContext.Current.CancellationToken);
        Assert.Equal(reason, (await Assert.ThrowsAsync<Fault>(() => asked)).Reason);

        world.Cqc.Odd.Clear();
        Assert.Equal(RunOutcome.Succeeded, (await world.Sync()).Outcome);
        Assert.Equal(50, await world.Of<int>(Bad, "number_of_beds"));
    }
}
