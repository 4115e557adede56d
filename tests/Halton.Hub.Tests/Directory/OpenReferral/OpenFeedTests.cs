using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>What each address of the open feed answers.</summary>
public sealed class OpenFeedTests(OpenDirectory directory) : IClassFixture<OpenDirectory>, IDisposable
{
    private readonly OpenReader reader = new(directory.Hub);

    [Theory]
    [InlineData("")]
    [InlineData("../openreferral")]
    public async Task The_root_says_what_this_is(string address)
    {
        var about = (await reader.Get(address)).Body;
        Assert.Equal("HSDS-UK-3.0", (string?)about["version"]);
        Assert.True(Uri.IsWellFormedUriString((string?)about["profile"], UriKind.Absolute));
        Assert.Equal(directory.Hub.Http.GetLeftPart(UriPartial.Authority) + "/openreferral/openapi.json", (string?)about["openapi_url"]);
    }

    [Fact]
    public async Task The_description_names_exactly_the_nine_addresses_and_what_each_takes()
    {
        var described = (await reader.Get("openapi.json")).Body;
        var paths = described["paths"]!.AsObject();
        Assert.Equal(
            ["/", "/service_at_locations", "/service_at_locations/{id}", "/services", "/services/{id}", "/taxonomies", "/taxonomies/{id}", "/taxonomy_terms", "/taxonomy_terms/{id}"],
            paths.Select(p => p.Key).Order(StringComparer.Ordinal));
        foreach (var (path, item) in paths)
        {
            var id = path switch { ['/', 's', 'e', 'r', 'v', 'i', 'c', 'e', 's', ..] => "Lunch", "/taxonomies/{id}" => "Help", "/taxonomy_terms/{id}" => "Food", _ => "Lunch at Hall" };
            Assert.Equal(HttpStatusCode.OK, (await reader.Get(path[1..].Replace("{id}", directory.Id[id].ToString(), StringComparison.Ordinal))).Status);
            foreach (var parameter in item!["get"]!["parameters"]?.AsArray().Select(p => (string?)p!["$ref"]).OfType<string>() ?? [])
            {
                var name = (string)described["components"]!["parameters"]![parameter.Split('/')[^1]]!["name"]!;
                var wrong = await reader.Get($"{path[1..]}?{name}=%01");
                Assert.Equal((HttpStatusCode.BadRequest, name), (wrong.Status, (string?)wrong.Body["field"]));
            }
        }
    }

    [Fact]
    public async Task A_page_of_services_holds_each_that_is_not_confidential_in_the_order_in_which_it_came_whatever_its_status()
    {
        var page = await reader.Get("services");
        Assert.Equal(OpenDirectory.Everything, page.Names);
        Assert.Equal("""{"total_items":4,"total_pages":1,"page_number":1,"size":4,"first_page":true,"last_page":true,"empty":false}""", Counts(page));
        Assert.Equal(["active", "temporarily closed", "defunct", "inactive"], page.Contents.Select(s => (string?)s["status"]));
        var lunch = page.Contents.First();
        Assert.Equal("2026-03-01T10:00:00.123Z", (string?)lunch["last_modified"]);
        Assert.Equal("Lanternfolk", (string?)lunch["organization"]!["name"]);
        Assert.Equal(
            ["id", "organization_id", "name", "description", "status", "minimum_age", "last_modified", "organization"],
            lunch.AsObject().Select(m => m.Key));
    }

    [Fact]
    public async Task Pages_divide_the_whole_and_a_page_after_the_last_is_empty()
    {
        var first = await reader.Get("services?per_page=3");
        var second = await reader.Get("services?per_page=3&page=2");
        var third = await reader.Get("services?per_page=3&page=3");
        Assert.Equal(OpenDirectory.Everything, first.Names.Concat(second.Names));
        Assert.Equal("""{"total_items":4,"total_pages":2,"page_number":1,"size":3,"first_page":true,"last_page":false,"empty":false}""", Counts(first));
        Assert.Equal("""{"total_items":4,"total_pages":2,"page_number":2,"size":1,"first_page":false,"last_page":true,"empty":false}""", Counts(second));
        Assert.Equal("""{"total_items":4,"total_pages":2,"page_number":3,"size":0,"first_page":false,"last_page":true,"empty":true}""", Counts(third));
        foreach (var list in new[] { "services", "service_at_locations", "taxonomies", "taxonomy_terms" })
        {
            Assert.Equal("[]", (await reader.Get(list + "?page=2147483647&per_page=500")).Body["contents"]!.ToJsonString());
        }

        Assert.Equal("""{"total_items":0,"total_pages":0,"page_number":1,"size":0,"first_page":true,"last_page":true,"empty":true}""", Counts(await reader.Get("services?search=xylophone")));
    }

    [Fact]
    public async Task A_service_has_everything_but_a_name_of_a_person_and_the_hubs_own_words()
    {
        var answer = await reader.Get($"services/{directory.Id["Lamp"]}");
        var lamp = answer.Body;
        Assert.Equal("XI-DEMO", (string?)lamp["organization"]!["organization_identifiers"]![0]!["identifier_scheme"]);
        Assert.Equal("https://example.org/E06000006", (string?)lamp["service_areas"]![0]!["uri"]);
        Assert.Equal(("pl", "Polish"), ((string?)lamp["languages"]![0]!["code"], (string?)lamp["languages"]![0]!["name"]));
        Assert.Equal("Grants", (string?)lamp["funding"]![0]!["source"]);
        Assert.Equal(("2026-01-01", 2.5m), ((string?)lamp["cost_options"]![0]!["valid_from"], (decimal?)lamp["cost_options"]![0]!["amount"]));
        Assert.Equal(["id", "title", "phones"], lamp["contacts"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal("01632 960341", (string?)lamp["contacts"]![0]!["phones"]![0]!["number"]);
        Assert.DoesNotContain("intake", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("maintained", answer.Text, StringComparison.Ordinal);

        var lunch = (await reader.Get($"services/{directory.Id["Lunch"]}")).Body;
        var attribute = lunch["attributes"]![0]!;
        Assert.Equal((directory.Id["Lunch"].ToString(), "service"), ((string?)attribute["link_id"], (string?)attribute["link_type"]));
        Assert.Equal(("Hot meals", "Help", directory.Id["Meals"].ToString()), ((string?)attribute["taxonomy_term"]!["name"], (string?)attribute["taxonomy_term"]!["taxonomy"], (string?)attribute["taxonomy_term"]!["parent_id"]));
        Assert.Equal(("WEEKLY", "MO", "10:00", "12:00"), ((string?)lunch["schedules"]![0]!["freq"], (string?)lunch["schedules"]![0]!["byday"], (string?)lunch["schedules"]![0]!["opens_at"], (string?)lunch["schedules"]![0]!["closes_at"]));
        var place = lunch["service_at_locations"]![0]!["location"]!;
        Assert.Equal(("1 Brine Lane", "step_free"), ((string?)place["addresses"]![0]!["address_1"], (string?)place["accessibility"]![0]!["accessibility"]));

        var sitters = (await reader.Get($"services/{directory.Id["Sitters"]}")).Body;
        Assert.Equal(directory.Id["Sitters at Wharf"].ToString(), (string?)sitters["schedules"]![0]!["service_at_location_id"]);
    }

    [Fact]
    public async Task A_service_at_a_place_is_shown_with_both()
    {
        var page = await reader.Get("service_at_locations");
        Guid[] sitters = [directory.Id["Sitters at Hall"], directory.Id["Sitters at Wharf"]];
        Assert.Equal([directory.Id["Lunch at Hall"], .. sitters.OrderBy(id => id.ToString(), StringComparer.Ordinal)], page.Ids);
        Assert.All(page.Contents, at => Assert.True(at["location"]!["addresses"] is null && at["service"]!["schedules"] is null && at["service"]!["organization"] is not null));
        var one = (await reader.Get($"service_at_locations/{directory.Id["Lunch at Hall"]}")).Body;
        Assert.Equal("1 Brine Lane", (string?)one["location"]!["addresses"]![0]!["address_1"]);
        Assert.NotNull(one["service"]!["schedules"]);
        Assert.Null(one["service"]!["service_at_locations"]);
    }

    [Fact]
    public async Task Taxonomies_and_their_terms_are_shown()
    {
        Assert.Equal(["Help", "Situations"], (await reader.Get("taxonomies")).Names);
        Assert.Equal(["Food", "Hot meals", "Meals"], (await reader.Get($"taxonomies/{directory.Id["Help"]}")).Body["taxonomy_terms"]!.AsArray().Select(t => (string?)t!["name"]));
        Assert.Equal(["Food", "Hot meals", "Meals", "Carers"], (await reader.Get("taxonomy_terms")).Names);
        Assert.Equal(["Carers"], (await reader.Get($"taxonomy_terms?taxonomy_id={directory.Id["Situations"]}")).Names);
        Assert.Equal(["Hot meals"], (await reader.Get("taxonomy_terms?per_page=1&page=2")).Names);
        var term = (await reader.Get($"taxonomy_terms/{directory.Id["Meals"]}")).Body;
        Assert.Equal(("Help", directory.Id["Help"].ToString(), directory.Id["Food"].ToString()), ((string?)term["taxonomy"], (string?)term["taxonomy_id"], (string?)term["parent_id"]));
    }

    [Theory]
    [InlineData("services")]
    [InlineData("service_at_locations/019ab000-0000-7000-8000-000000000000")]
    [InlineData("services/019ab000-0000-7000-8000-000000000000")]
    [InlineData("taxonomies/019ab000-0000-7000-8000-000000000000")]
    [InlineData("taxonomy_terms/019ab000-0000-7000-8000-000000000000")]
    [InlineData("services/1")]
    [InlineData("services/%27%20or%20true--")]
    [InlineData("organizations")]
    [InlineData("nowhere/at/all")]
    public async Task What_is_not_there_is_told_as_JSON(string address)
    {
        var answer = await reader.Get(address == "services" ? "services/{id}" : address);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(("not_found", "NOT_FOUND"), ((string?)answer.Body["error"], (string?)answer.Body["reason"]));
        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task Nothing_null_or_empty_is_ever_written()
    {
        foreach (var address in new[] { "services", "service_at_locations", "taxonomies", "taxonomy_terms", $"services/{directory.Id["Choir"]}", $"services/{directory.Id["Lamp"]}", $"service_at_locations/{directory.Id["Sitters at Wharf"]}" })
        {
            Assert.Empty(Hollow((await reader.Get(address)).Body));
        }

        Assert.Single(Hollow(JsonNode.Parse("""{"a":{"b":[{"c":""}]}}""")!));
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static string Counts(OpenAnswer page)
    {
        var body = page.Body.AsObject();
        body.Remove("contents");
        return body.ToJsonString();
    }

    private static IEnumerable<string> Hollow(JsonNode node) => node switch
    {
        JsonObject { Count: > 0 } o => o.SelectMany(m => m.Value is null ? [m.Key] : Hollow(m.Value)),
        JsonArray { Count: > 0 } a => a.SelectMany(n => n is null ? ["null"] : Hollow(n)),
        JsonValue v when v.ToString().Length > 0 => [],
        _ => [node.GetPath()],
    };
}
