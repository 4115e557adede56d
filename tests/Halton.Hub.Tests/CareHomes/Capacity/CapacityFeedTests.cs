using System.Text;
using Halton.Hub.CareHomes.Capacity.Feeds;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Capacity.FeedFiles;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Extracts in a folder: as they are found in the wild, each taken once, the bad of them reported and the good of them kept.</summary>
public sealed class CapacityFeedTests
{
    [Fact]
    public async Task An_extract_is_taken_once_and_a_rerun_changes_nothing()
    {
        await using var feed = await FeedFiles.Start();
        var (one, two) = (await feed.Hub.Home(declared: ["general-nursing", "dementia-nursing"]), await feed.Hub.Home());
        string[] lines = [Columns, Row(one), Row(two), Row(one, kind: "dementia-nursing", numbers: "10,9,1,0")];
        await feed.Put("today.csv", lines);
        var counts = await feed.Take();
        Assert.Equal((1, 2, 3, 0), (counts["feeds taken"], counts["homes returned"], counts["rows taken"], counts["rows refused"]));
        Assert.Equal(["today.csv", "today.csv.report.jsonl"], feed.Names("done"));
        Assert.Equal(["{\"feed\":\"today.csv\",\"rows\":3,\"taken\":3,\"unchanged\":0,\"refused\":0,\"homes\":2}"], feed.Report("done/today.csv"));
        Assert.Empty(feed.Names("").Concat(feed.Names("taking")));
        var known = await feed.Hub.CareHomes("hbc").Known(one);
        Assert.Equal((Freshness.Fresh, "feed", 2), (known.Freshness, known.Source, known.Beds.Count));
        Assert.Equal("1 2 2 1", await feed.Hub.Rows(one));

        await feed.Put("today.csv", lines);
        counts = await feed.Take();
        Assert.Equal((1, 0, 0, 3), (counts["feeds taken"], counts["homes returned"], counts["rows taken"], counts["rows unchanged"]));
        Assert.Equal(4, feed.Names("done").Count());
        Assert.Equal("1 2 2 1", await feed.Hub.Rows(one));
        Assert.Equal(0, (await feed.Take())["feeds taken"]);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1252", false)]
    [InlineData("utf-16", true)]
    public async Task Encodings_hard_spaces_unknown_columns_and_the_case_of_names_are_tolerated(string name, bool mark)
    {
        await using var feed = await FeedFiles.Start();
        var home = await feed.Hub.Home();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? (name == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(name));
        var text = $"Location,CQCID,\u00A0BedType ,MaxCapacity,UsedBeds,DeclaredVacancies,AdmissionStatus,LastUpdatedUTC\r\n"
            + $"\"Quillmere, Résidence d’été\",\u00A0{home.Location}\u00A0,General-Nursing, 20\u00A0,14,3,\u00A0Open,{TimeProvider.System.GetUtcNow():dd/MM/yyyy HH:mm}\r\n";
        await File.WriteAllBytesAsync(feed.In("wild.csv"), [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        Assert.Equal(1, (await feed.Take())["rows taken"]);
        Assert.Equal(3, (await feed.Hub.CareHomes("hbc").Known(home)).Beds[0].Available);
    }

    [Fact]
    public async Task Every_bad_row_is_reported_with_its_line_and_column_and_stops_no_other()
    {
        await using var feed = await FeedFiles.Start();
        var (good, other) = (await feed.Hub.Home(declared: ["general-nursing", "dementia-nursing"]), await feed.Hub.Home());
        var (gone, service) = (await feed.Hub.Home(status: "Deregistered"), await feed.Hub.Home(careHome: false));
        await feed.Put(
            "bad.csv",
            Columns,
            Row(new(Guid.Empty, "1-404")),
            Row(good),
            Row(good, kind: "ypd"),
            Row(good, kind: "hammock"),
            Row(good, -10, "dementia-nursing"),
            Row(other, numbers: "20,-1,3,0"),
            Row(other, numbers: "20,x,3,0"),
            Row(other, numbers: "20,,3,0"),
            Row(other, numbers: "20,18,3,0"),
            Row(other, numbers: "1001,18,3,0"),
            Row(other, accepting: "perhaps"),
            Row(good),
            "only,three,fields",
            Row(good, kind: "dementia-nursing", accepting: "false"),
            "\"never closed," + Row(other),
            Row(gone),
            Row(service),
            ",general-nursing,1,1,0,0,true,yesterday",
            Row(other));
        var counts = await feed.Take();
        Assert.Equal((2, 2), (counts["homes returned"], counts["rows taken"]));
        var report = feed.Report("done/bad.csv");
        foreach (var (line, column, reason) in new (int, string?, string)[]
        {
            (2, "cqcid", "CARE_HOME_NOT_FOUND"), (4, "bedtype", "BED_TYPE_NOT_DECLARED"), (5, "bedtype", "CODE_UNKNOWN"), (6, "lastupdatedutc", "IN_THE_FUTURE"),
            (7, "usedbeds", "OUT_OF_RANGE"), (8, "usedbeds", "NOT_A_NUMBER"), (9, "usedbeds", "REQUIRED"), (10, "maxcapacity", "MORE_THAN_MAXIMUM"), (11, "maxcapacity", "OUT_OF_RANGE"),
            (12, "isacceptingadmissions", "NOT_YES_OR_NO"), (13, "cqcid", "GIVEN_TWICE"), (14, null, "WRONG_FIELD_COUNT"), (15, "isacceptingadmissions", "CONTRADICTS_EARLIER_ROW"),
            (17, "cqcid", "DEREGISTERED"), (18, "cqcid", "NOT_A_CARE_HOME"), (19, "cqcid", "REQUIRED"), (19, "lastupdatedutc", "NOT_A_MOMENT"),
        })
        {
            Assert.Contains(report, r => r.StartsWith($"{{\"line\":{line},{(column is null ? "" : $"\"column\":\"{column}\",")}\"reason\":\"{reason}\"", StringComparison.Ordinal));
        }

        Assert.Contains(report, r => r.StartsWith("{\"line\":16,\"reason\":", StringComparison.Ordinal));
        Assert.DoesNotContain(report, r => r.Contains("yesterday", StringComparison.Ordinal) || r.Contains("perhaps", StringComparison.Ordinal));
        Assert.Contains("\"refused\":17", report[^1], StringComparison.Ordinal);
        Assert.Equal("general-nursing", Assert.Single((await feed.Hub.CareHomes("hbc").Known(good)).Beds).BedType.Code);
    }

    [Fact]
    public async Task An_extract_without_kinds_of_bed_suits_homes_with_one_kind()
    {
        await using var feed = await FeedFiles.Start();
        var (single, twofold) = (await feed.Hub.Home(declared: ["general-residential"]), await feed.Hub.Home(declared: ["general-nursing", "ypd"]));
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("yyyy-MM-dd HH:mm:ss", null);
        await feed.Put("totals.csv", "cqcid,maxcapacity,usedbeds,declaredvacancies,isacceptingadmissions,lastupdatedutc", $"{single.Location},30,25,5,No,{now}", $"{twofold.Location},30,25,5,Yes,{now}");
        await feed.Take();
        var known = await feed.Hub.CareHomes("hbc").Known(single);
        Assert.Equal(("general-residential", false, "not-stated"), (known.Beds[0].BedType.Code, known.AcceptingAdmissions, known.ClosureReason.Code));
        Assert.StartsWith("{\"line\":3,\"column\":\"bedtype\",\"reason\":\"REQUIRED\"", feed.Report("done/totals.csv")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no.csv", "cqcid,maxcapacity\n1-1,2\n", "COLUMN_MISSING")]
    [InlineData("empty.csv", "", "COLUMN_MISSING")]
    [InlineData("sheet.xlsx", "PK", "WRONG_TYPE")]
    [InlineData("noise.json", "[{\"cqcid\":", "NOT_JSON")]
    [InlineData("text.json", "hello", "NOT_JSON")]
    [InlineData("words.ndjson", "hello\n[1]\n", "NOT_JSON")]
    public async Task What_cannot_be_read_is_rejected_with_a_report(string name, string text, string reason)
    {
        await using var feed = await FeedFiles.Start();
        await File.WriteAllTextAsync(feed.In(name), text);
        Assert.Equal(1, (await feed.Take())["feeds rejected"]);
        Assert.Equal([name, name + ".report.jsonl"], feed.Names("rejected"));
        Assert.Contains(feed.Report("rejected/" + name), line => line.Contains($"\"reason\":\"{reason}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JSON_is_taken_as_an_array_and_line_by_line()
    {
        await using var feed = await FeedFiles.Start();
        var (one, two) = (await feed.Hub.Home(), await feed.Hub.Home());
        string Object(CapacityWorld.TestHome home, string extra = "") =>
            $$"""{"CqcId":"{{home.Location}}","bedType":"general-nursing","maxCapacity":20,"usedBeds":"14","declaredVacancies":3,"isAcceptingAdmissions":true,"lastUpdatedUtc":"{{TimeProvider.System.GetUtcNow().AddMinutes(-1):yyyy-MM-ddTHH:mm:ss.fffZ}}","staff":[1]{{extra}}}""";
        await feed.Put("array.json", $"[{Object(one)},", "7,", Object(two, ",\"usedbeds\":[1]") + ",", "{\"cqcid\":\"1-404\"}");
        await feed.Put("lines.ndjson", "", "{broken", Object(two));
        var counts = await feed.Take();
        Assert.Equal((2, 2), (counts["homes returned"], counts["feeds taken"]));
        var array = feed.Report("done/array.json");
        Assert.StartsWith("{\"row\":2,\"reason\":\"NOT_AN_OBJECT\"", array[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"row\":3,\"column\":\"usedbeds\",\"reason\":\"WRONG_TYPE\"", array[1], StringComparison.Ordinal);
        Assert.Contains("\"broken\":\"NOT_JSON\"", array[^1], StringComparison.Ordinal);
        Assert.StartsWith("{\"line\":2,\"reason\":\"NOT_JSON\"", feed.Report("done/lines.ndjson")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_costs_that_line_only()
    {
        await using var feed = await FeedFiles.Start();
        var (before, after) = (await feed.Hub.Home(), await feed.Hub.Home());
        await feed.Put("long.csv", Columns, Row(before), "\"" + new string('x', 5_000_000), Row(after));
        Assert.Equal(2, (await feed.Take())["homes returned"]);
        Assert.StartsWith("{\"line\":3,\"reason\":\"LINE_TOO_LONG\"", feed.Report("done/long.csv")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_rejected_before_it_is_stored()
    {
        await using var feed = await FeedFiles.Start(new FeedLimits { Quiet = TimeSpan.Zero, MostBytes = 100_000, MostRows = 3 });
        var home = await feed.Hub.Home();
        await feed.Put("bytes.csv", [Columns, .. Enumerable.Repeat(Row(home), 2_000)]);
        Assert.Equal(1, (await feed.Take())["feeds rejected"]);
        Assert.Contains("TOO_LARGE", feed.Report("rejected/bytes.csv")[0], StringComparison.Ordinal);
        Assert.Equal("0 0 0 0", await feed.Hub.Rows(home));
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_left_alone()
    {
        await using var feed = await FeedFiles.Start(new FeedLimits { Quiet = TimeSpan.FromMinutes(1) });
        var home = await feed.Hub.Home();
        foreach (var name in new[] { "young.csv", "half.csv.part", "half.csv.tmp", ".hidden.csv" })
        {
            await feed.Put(name, Columns, Row(home));
        }

        foreach (var name in new[] { "half.csv.part", "half.csv.tmp", ".hidden.csv" })
        {
            File.SetLastWriteTimeUtc(feed.In(name), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        }

        File.CreateSymbolicLink(feed.In("link.csv"), "/etc/passwd");
        Assert.Equal(0, (await feed.Take())["feeds taken"]);
        Assert.Equal(5, feed.Names("").Count());
        File.SetLastWriteTimeUtc(feed.In("young.csv"), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        Assert.Equal(1, (await feed.Take())["feeds taken"]);
    }

    [Fact]
    public async Task A_run_that_died_between_storing_and_moving_is_finished_by_the_next_and_stored_once()
    {
        await using var feed = await FeedFiles.Start();
        var home = await feed.Hub.Home();
        await feed.Put("dead.csv", Columns, Row(home));
        var dead = await feed.Hub.Firing("CareHomeCapacity");
        await feed.Take(dead);
        var rows = await feed.Hub.Rows(home);
        File.Move(feed.In("done/dead.csv"), feed.In($"taking/{await Fence(feed)}~dead.csv"));

        // As long as the run lives, the file is its own.
        Assert.Equal(0, (await feed.Take())["feeds taken"]);
        await feed.Hub.Execute("update clock.run set seen_at = seen_at - interval '2 minutes'");
        var counts = await feed.Take();
        Assert.Equal((1, 1), (counts["feeds taken"], counts["rows unchanged"]));
        Assert.Equal(rows, await feed.Hub.Rows(home));
        Assert.Contains("dead.csv", feed.Names("done"));
        Assert.Empty(feed.Names("taking"));
    }

    [Fact]
    public async Task Two_firings_at_once_take_each_file_once()
    {
        await using var feed = await FeedFiles.Start();
        var homes = new List<CapacityWorld.TestHome>();
        for (var i = 0; i < 8; i++)
        {
            homes.Add(await feed.Hub.Home());
            await feed.Put($"file-{i}.csv", Columns, Row(homes[i]));
        }

        var counts = await Task.WhenAll(feed.Take(), feed.Take());
        Assert.Equal((8, 8), (counts.Sum(c => c["feeds taken"]), counts.Sum(c => c["rows taken"])));
        foreach (var home in homes)
        {
            Assert.Equal("1 1 1 1", await feed.Hub.Rows(home));
        }
    }

    [Fact]
    public async Task A_firing_that_was_taken_over_stores_nothing_and_the_file_is_not_lost()
    {
        await using var feed = await FeedFiles.Start();
        var home = await feed.Hub.Home();
        await feed.Put("lost.csv", Columns, Row(home));
        var firing = await feed.Hub.Firing("CareHomeCapacity");
        await feed.Hub.Execute("update clock.firing set fence = fence + 1000000");
        await feed.Take(firing).Refused(Halton.Hub.Foundation.FaultKind.Aborted, "FENCE_LOST");
        Assert.Equal("0 0 0 0", await feed.Hub.Rows(home));
        await feed.Hub.Execute("update clock.run set outcome = 'lost', ended_at = clock_timestamp()");
        Assert.Equal(1, (await feed.Take())["rows taken"]);
    }

    [Fact]
    public async Task A_home_in_a_later_return_is_not_set_back_and_the_earliest_row_dates_the_whole()
    {
        await using var feed = await FeedFiles.Start();
        var (home, mixed) = (await feed.Hub.Home(), await feed.Hub.Home());
        await feed.Hub.CareHomes("hbc").ReportCapacityAsync(CapacityWorld.Return(home, 2));
        await feed.Put("mixed.csv", Columns, Row(home, 60), Row(mixed, 30), Row(mixed, 90, kind: "ypd"));
        Assert.Equal((1, 1), ((await feed.Take()) is var counts ? (counts["homes returned"], counts["rows unchanged"]) : default));
        Assert.Equal("council", (await feed.Hub.CareHomes("hbc").Known(home)).Source);
        Assert.InRange(TimeProvider.System.GetUtcNow() - (await feed.Hub.CareHomes("hbc").Known(mixed)).AsOf.ToDateTimeOffset(), TimeSpan.FromMinutes(89), TimeSpan.FromMinutes(95));
    }

    private static Task<long> Fence(FeedFiles feed) => feed.Hub.Value<long>("select max(fence) from clock.run");
}
