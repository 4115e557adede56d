using System.Text.Json.Nodes;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Directory.OpenReferral.Importer;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>What becomes of the services of a document.</summary>
public sealed class ImportTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_new_service_is_taken_up_with_its_organisation_and_place_and_the_same_again_changes_nothing()
    {
        var service = Service(Organization(Guid.CreateVersion7()));
        var rehearsal = await hub.Import("vcfse-1", service, dryRun: true);
        var before = await Changes();
        Assert.Equal((true, 1, 1, 0, 0, 0), Sums(rehearsal));
        Assert.Equal(0L, await hub.Value<long>("select count(*) from directory.service where id = $1", Id(service)));

        var report = await hub.Import("vcfse-1", service);
        Assert.Equal((false, 1, 1, 0, 0, 0), Sums(report));
        Assert.Equal(rehearsal["items"]!.ToJsonString(), report["items"]!.ToJsonString());
        Assert.Equal(before + 1, await Changes());
        using var reader = new OpenReader(hub);
        var shown = (await reader.Get($"services/{service["id"]}")).Body;
        Assert.Equal("A hot lunch in company.\nNo need to book.", (string?)shown["description"]);
        Assert.Equal(("2026-01-31", 55), ((string?)shown["assured_date"], (int)shown["minimum_age"]!));
        foreach (var path in new[] { "name", "url", "email", "status", "organization.id", "service_at_locations.0.id", "service_at_locations.0.description", "service_at_locations.0.location.id", "service_at_locations.0.location.name", "languages.0.code", "funding.0.source", "schedules.0.service_at_location_id", "contacts.0.title", "contacts.0.phones.0.description" })
        {
            Assert.Equal((string?)At(service, path), (string?)At(shown, path));
        }

        Assert.Equal(("TH,FR", "10:00", "14:00"), ((string?)At(shown, "schedules.0.byday"), (string?)At(shown, "schedules.0.opens_at"), (string?)At(shown, "schedules.0.closes_at")));
        Assert.Equal(("01632 960341", "WA7 2CK"), ((string?)At(shown, "contacts.0.phones.0.number"), (string?)At(shown, "service_at_locations.0.location.addresses.0.postal_code")));

        foreach (var same in new object[] { service, new[] { service }, new { contents = new[] { service, service } } })
        {
            Assert.DoesNotContain("updated", (await hub.Import("vcfse-1", same)).Results(), StringComparison.Ordinal);
        }

        Assert.Equal(before + 1, await Changes());
        Assert.Equal(1, await hub.Value<int>("select version from directory.service where id = $1", Id(service)));
    }

    [Fact]
    public async Task What_changed_is_updated_as_a_whole_and_once()
    {
        var service = Service(Organization(Guid.CreateVersion7()));
        await hub.Import("vcfse-1", service);
        await hub.Execute("update directory.service set intake = 'waiting_list' where id = $1", Id(service));
        var changes = new Action<JsonObject>[]
        {
            s => s["name"] = "Supper Club",
            s => s["minimum_age"] = 60,
            s => s["alert"] = "Closed on Friday",
            s => s["assured_date"] = "2026-02-28",
            s => s["schedules"]![0]!["closes_at"] = "15:00",
            s => s["schedules"] = new JsonArray(),
            s => s["cost_options"]![0]!["amount"] = 3,
            s => s["contacts"]![0]!["phones"]![0]!["number"] = "01632 960342",
            s => s["contacts"]![0]!["phones"]![0]!["description"] = "Weekends",
            s => s["service_at_locations"]![0]!["description"] = "Ring twice",
            s => s["service_at_locations"]![0]!["location"]!["name"] = "New Brine Hall",
            s => s["service_at_locations"]![0]!["location"]!["latitude"] = 53.34,
            s => s["service_at_locations"]![0]!["location"]!["addresses"]![0]!["address_1"] = "2 Brine Lane",
            s => s["service_at_locations"]![0]!["location"]!["accessibility"] = new JsonArray(new JsonObject { ["accessibility"] = "lift" }),
            s => s["languages"]![0]!["code"] = "bfi",
            s => s.Remove("funding"),
        };
        foreach (var change in changes)
        {
            change(service);
            var before = await Changes();
            Assert.Equal("updated", (await hub.Import("vcfse-1", service, dryRun: true)).Results());
            Assert.Equal(before, await Changes());
            Assert.Equal("updated", (await hub.Import("vcfse-1", service)).Results());
            Assert.Equal("unchanged", (await hub.Import("vcfse-1", service)).Results());
            Assert.Equal(before + 1, await Changes());
        }

        Assert.Equal("waiting_list", await hub.Value<string>("select intake from directory.service where id = $1", Id(service)));
        using var reader = new OpenReader(hub);
        var shown = (await reader.Get($"services/{service["id"]}")).Body;
        Assert.Equal(("Supper Club", "New Brine Hall", "2 Brine Lane", "lift"), ((string?)shown["name"], (string?)At(shown, "service_at_locations.0.location.name"), (string?)At(shown, "service_at_locations.0.location.addresses.0.address_1"), (string?)At(shown, "service_at_locations.0.location.accessibility.0.accessibility")));
        Assert.Null(shown["funding"]);
        Assert.Null(shown["schedules"]);
    }

    [Fact]
    public async Task A_status_is_told_as_what_it_is_and_nothing_changes_after_the_end()
    {
        var service = Service(Organization(Guid.CreateVersion7()));
        service["status"] = "inactive";
        await hub.Import("vcfse-1", service);
        foreach (var (status, kind) in new[] { ("active", "service.resumed"), ("temporarily closed", "service.paused"), ("inactive", "service.paused"), ("defunct", "service.retired") })
        {
            service["status"] = status;
            Assert.Equal("updated", (await hub.Import("vcfse-1", service)).Results());
            Assert.Equal(kind, await hub.Value<string>("select kind from directory.event where record_id = $1 order by xid desc, position desc limit 1", Id(service)));
            Assert.Equal(status, await hub.Value<string>("select status from directory.service where id = $1", Id(service)));
        }

        Assert.Equal("unchanged", (await hub.Import("vcfse-1", service)).Results());
        service["status"] = "active";
        foreach (var dryRun in new[] { true, false })
        {
            Assert.Equal(["error status SERVICE_RETIRED"], (await hub.Import("vcfse-1", service, dryRun)).Issues());
        }
    }

    [Fact]
    public async Task What_another_organisation_keeps_stays_as_it_is()
    {
        var (service, other) = (Service(Organization(Guid.CreateVersion7())), Service(Organization(Guid.CreateVersion7(), "Own")));
        await hub.Import("vcfse-1", service);
        var before = await Changes();
        service["name"] = "Taken over";
        Assert.Equal(["error id NOT_YOURS"], (await hub.Import("vcfse-2", service)).Issues());
        other["organization"]!["id"] = (string?)service["organization"]!["id"];
        Assert.Equal(["error organization.id NOT_YOURS"], (await hub.Import("vcfse-2", other)).Issues());
        other["organization"]!["id"] = Guid.CreateVersion7().ToString();
        other["service_at_locations"]![0]!["location"]!["id"] = (string?)At(service, "service_at_locations.0.location.id");
        Assert.Equal(["error service_at_locations[0].location.id NOT_YOURS"], (await hub.Import("vcfse-2", other)).Issues());
        Assert.Equal(before, await Changes());

        // Another's service at a place keeps its id; one's own gets a fresh one.
        other["service_at_locations"]![0]!["location"]!["id"] = Guid.CreateVersion7().ToString();
        other["service_at_locations"]![0]!["id"] = (string?)At(service, "service_at_locations.0.id");
        other["schedules"]![0]!["service_at_location_id"] = (string?)At(service, "service_at_locations.0.id");
        Assert.Equal("created", (await hub.Import("vcfse-2", other)).Results());
        Assert.Equal("unchanged", (await hub.Import("vcfse-2", other)).Results());
        Assert.Equal(Id(service), await hub.Value<Guid>("select service_id from directory.service_at_location where id = $1", Guid.Parse((string)At(service, "service_at_locations.0.id")!)));
    }

    [Fact]
    public async Task An_organisation_is_known_by_its_register_number_and_otherwise_taken_up()
    {
        var number = $"DEMO-{Random.Shared.Next(100_000, 999_999)}";
        var organization = Organization(Guid.CreateVersion7());
        organization["organization_identifiers"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["identifier_scheme"] = "XI-TEST", ["identifier_type"] = "Register", ["identifier"] = number });
        Assert.Equal("created", (await hub.Import("vcfse-1", Service(organization))).Results());
        var first = (string)organization["id"]!;
        organization["id"] = Guid.CreateVersion7().ToString();
        organization["description"] = "Helps otherwise.";
        var second = Service(organization);
        var report = await hub.Import("vcfse-1", second);
        Assert.Equal("created", report.Results());
        Assert.Equal(["warning organization ORGANIZATION_KEPT"], report.Issues());
        Assert.Equal(Guid.Parse(first), await hub.Value<Guid>("select organization_id from directory.service where id = $1", Id(second)));
        Assert.Equal(["error organization.id NOT_YOURS"], (await hub.Import("vcfse-2", Service(organization))).Issues());

        var bare = Service(organization);
        bare.Remove("organization");
        bare["organization_id"] = first;
        Assert.Equal("created", (await hub.Import("vcfse-1", bare)).Results());
        bare["id"] = Guid.CreateVersion7().ToString();
        bare["organization_id"] = Guid.CreateVersion7().ToString();
        Assert.Equal(["error organization_id ORGANIZATION_UNKNOWN"], (await hub.Import("vcfse-1", bare)).Issues());
        bare.Remove("organization_id");
        Assert.Equal(["error organization_id REQUIRED"], (await hub.Import("vcfse-1", bare)).Issues());
    }

    [Fact]
    public async Task A_term_is_known_by_id_by_its_web_address_or_by_its_name_and_an_unknown_one_is_left_out()
    {
        var taxonomy = await hub.Taxonomy("Import help");
        Guid[] terms = [await hub.Term(taxonomy, "By id"), await hub.Term(taxonomy, "By address"), await hub.Term(taxonomy, "By name")];
        var service = Service(Organization(Guid.CreateVersion7()));
        service["attributes"] = new JsonArray(
            new JsonObject { ["taxonomy_term_id"] = terms[0].ToString() },
            new JsonObject { ["taxonomy_term"] = new JsonObject { ["id"] = Guid.CreateVersion7().ToString(), ["name"] = "x", ["term_uri"] = "https://example.org/term/By address" } },
            new JsonObject { ["taxonomy_term"] = new JsonObject { ["id"] = "n/a", ["name"] = "By name", ["taxonomy"] = "Import help" } },
            new JsonObject { ["taxonomy_term"] = new JsonObject { ["name"] = "By name", ["taxonomy"] = "Another" } },
            new JsonObject { ["taxonomy_term"] = new JsonObject { ["id"] = terms[0].ToString() } });
        var report = await hub.Import("vcfse-1", service);
        Assert.Equal(["warning attributes[3].taxonomy_term TERM_UNKNOWN"], report.Issues());
        Assert.Equal(terms.Order(), (await hub.Value<Guid[]>("select array_agg(taxonomy_term_id) from directory.attribute where service_id = $1", Id(service))).Order());
        Assert.Equal("unchanged", (await hub.Import("vcfse-1", service)).Results());
    }

    [Fact]
    public async Task What_the_hub_does_not_keep_is_left_out_and_said()
    {
        var service = Service(Organization(Guid.CreateVersion7()));
        service["contacts"] = new JsonArray(
            new JsonObject { ["name"] = "Ann Zzyzxquill" },
            new JsonObject { ["name"] = "Ann Zzyzxquill", ["title"] = "Desk" },
            new JsonObject { ["name"] = "Ann Zzyzxquill", ["phones"] = new JsonArray(new JsonObject { ["number"] = "01632 960341" }, new JsonObject()) });
        service["languages"] = new JsonArray(new JsonObject { ["id"] = Guid.CreateVersion7().ToString() }, new JsonObject { ["code"] = "pl" });
        service["schedules"]![0]!["opens_at"] = "10:00:00Z";
        service["schedules"]![0]!["attending_type"] = "Come along";
        service["service_at_locations"]![0]!["location"]!["accessibility"]![0]!["accessibility"] = "All doors are wide";
        var report = await hub.Import("vcfse-1", service);
        Assert.Equal(
            [
                "warning contacts[0].name NAME_LEFT_OUT", "warning contacts[1].name NAME_LEFT_OUT", "warning contacts[2].name NAME_LEFT_OUT", "warning languages[0] LANGUAGE_LEFT_OUT",
                "warning schedules[0].attending_type ATTENDING_TYPE_LEFT_OUT", "warning schedules[0].opens_at ZONE_LEFT_OUT", "warning service_at_locations[0].location.accessibility FEATURE_LEFT_OUT",
            ],
            report.Issues().Order(StringComparer.Ordinal));
        Assert.Equal(["Contact", "Desk"], (await hub.Value<string[]>("select array_agg(title) from directory.contact where service_id = $1", Id(service))).Order());
        Assert.DoesNotContain("Zzyzxquill", report.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("unchanged", (await hub.Import("vcfse-1", service)).Results());
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_service_is_said_by_its_path_and_the_others_are_taken()
    {
        var organization = Organization(Guid.CreateVersion7());
        JsonNode?[] document =
        [
            Service(organization, "First"),
            Bad(s => s.Remove("name")),
            Bad(s => s["status"] = "open"),
            Bad(s => s["id"] = "1"),
            Bad(s => s["minimum_age"] = "young"),
            Bad(s => s["minimum_age"] = 18.5),
            Bad(s => s["schedules"]![0]!["byday"] = "XX"),
            Bad(s => s["schedules"]![0]!["service_at_location_id"] = Guid.CreateVersion7().ToString()),
            Bad(s => s["schedules"] = "daily"),
            Bad(s => s["contacts"]![0]!["phones"]![0]!["number"] = "12"),
            Bad(s => s["languages"]![0]!["code"] = "Polish"),
            Bad(s => s["service_at_locations"]![0]!["location"]!["addresses"]![0]!["postal_code"] = "ABC 1234"),
            Bad(s => s["service_at_locations"]![0]!["location"]!["latitude"] = 100),
            Bad(s => s["description"] = "Ring about 999 054 8609"),
            Bad(s => s["assured_date"] = "2999-01-01"),
            Bad(s => s["organization"]!["id"] = "x"),
            Bad(s => s["name"] = "a\0b"),
            JsonValue.Create(5),
            null,
            JsonNode.Parse("[]"),
            Service(organization, "Last"),
        ];
        string[][] expected =
        [
            [], ["name REQUIRED"], ["status STATUS_UNKNOWN"], ["id NOT_A_UUID"], ["minimum_age WRONG_TYPE"], ["minimum_age NOT_A_WHOLE_NUMBER"], ["schedules[0].byday BYDAY_INVALID"],
            ["schedules[0].service_at_location_id LOCATION_NOT_LISTED"], ["schedules WRONG_TYPE"], ["contacts[0].phones[0] PHONE_INVALID"], ["languages[0].code LANGUAGE_INVALID"],
            ["service_at_locations[0].location.postal_code POSTCODE_INVALID"], ["service_at_locations[0].location.latitude COORDINATES_INVALID"], ["description CARRIES_NHS_NUMBER"],
            ["assured_date IN_THE_FUTURE"], ["organization.id NOT_A_UUID"], ["name CONTROL_CHARACTER"], [" NOT_A_SERVICE"], [" NOT_A_SERVICE"], [" NOT_A_SERVICE"], [],
        ];
        foreach (var dryRun in new[] { true, false })
        {
            var report = await hub.Import("vcfse-1", document, dryRun);
            Assert.Equal((dryRun, 21, 2, 0, 0, 19), Sums(report));
            Assert.Equal(expected.Select(e => string.Join(", ", e.Select(i => "error " + i))), document.Select((_, i) => string.Join(", ", report.Issues(i))));
        }

        Assert.Equal(2L, await hub.Value<long>("select count(*) from directory.service where organization_id = $1", Guid.Parse((string)organization["id"]!)));

        JsonObject Bad(Action<JsonObject> spoil)
        {
            var service = Service(organization);
            spoil(service);
            return service;
        }
    }

    [Fact]
    public async Task Two_hundred_services_in_one_document_are_taken_and_the_second_time_left_alone()
    {
        var organization = Organization(Guid.CreateVersion7());
        var document = new { contents = Enumerable.Range(0, 200).Select(i => Service(organization, $"Service {i}")).ToArray() };
        Assert.Equal((false, 200, 200, 0, 0, 0), Sums(await hub.Import("vcfse-1", document)));
        var before = await Changes();
        Assert.Equal((false, 200, 0, 0, 200, 0), Sums(await hub.Import("vcfse-1", document)));
        Assert.Equal(before, await Changes());
    }

    [Fact]
    public async Task Documents_that_arrive_together_leave_each_service_once()
    {
        var organization = Organization(Guid.CreateVersion7());
        var document = Enumerable.Range(0, 10).Select(i => Service(organization, $"Service {i}")).ToArray();
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hub.Import("vcfse-1", document)));
        Assert.All(reports, r => Assert.Equal(10, (int)r["created"]! + (int)r["unchanged"]!));
        Assert.Equal(10, reports.Sum(r => (int)r["created"]!));
        Assert.Equal(10L, await hub.Value<long>("select count(*) from directory.event e join directory.service s on s.id = e.record_id where s.organization_id = $1", Guid.Parse((string)organization["id"]!)));
    }

    [Fact]
    public async Task What_the_feed_shows_of_a_maintainers_services_is_unchanged_when_it_comes_back_whole_or_as_lists_show_it()
    {
        await hub.Import("vcfse-1", Service(Organization(Guid.CreateVersion7())));
        using var reader = new OpenReader(hub);
        var own = (await hub.Value<Guid[]>("select array_agg(id) from directory.service where maintained_by = 'VCFSE-1' and not confidential")).ToHashSet();
        var brief = new List<JsonNode>();
        for (var page = 1; ; page++)
        {
            var answer = await reader.Get($"services?per_page=100&page={page}");
            brief.AddRange(answer.Contents.Where(s => own.Contains(Guid.Parse((string)s["id"]!))));
            if ((bool)answer.Body["last_page"]!)
            {
                break;
            }
        }

        Assert.Equal(own.Count, brief.Count);
        var whole = new List<JsonNode>();
        foreach (var id in own)
        {
            whole.Add((await reader.Get($"services/{id}")).Body);
        }

        var before = await Changes();
        foreach (var document in new[] { whole, brief })
        {
            var report = await hub.Import("vcfse-1", new { contents = document });
            Assert.Empty(string.Join("; ", report["items"]!.AsArray().Where(i => (string?)i!["result"] != "unchanged").Select(i => i!.ToJsonString())));
            Assert.Equal((false, own.Count, 0, 0, own.Count, 0), Sums(report));
        }

        Assert.Equal(before, await Changes());
    }

    private static JsonNode? At(JsonNode node, string path) =>
        path.Split('.').Aggregate((JsonNode?)node, (n, step) => n is JsonArray a ? a[int.Parse(step)] : n?[step]);

    private static Guid Id(JsonNode service) => Guid.Parse((string)service["id"]!);

    private static (bool DryRun, int Received, int Created, int Updated, int Unchanged, int Rejected) Sums(JsonNode report) =>
        ((bool)report["dry_run"]!, (int)report["received"]!, (int)report["created"]!, (int)report["updated"]!, (int)report["unchanged"]!, (int)report["rejected"]!);

    /// <summary>How many events the directory has told.</summary>
    private Task<long> Changes() => hub.Value<long>("select count(*) from directory.event");
}
