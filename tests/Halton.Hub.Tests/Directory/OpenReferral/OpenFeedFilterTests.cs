using System.Net;
using Xunit;

namespace Halton.Hub.Tests.Directory.OpenReferral;

/// <summary>What each query parameter finds, and how a bad one is refused.</summary>
public sealed class OpenFeedFilterTests(OpenDirectory directory) : IClassFixture<OpenDirectory>, IDisposable
{
    private const string Lunch = "Kettle Lunch Club";
    private const string Sitters = "Night Sitters";
    private const string Choir = "Closed Choir";
    private const string Lamp = "Lamp Visits";
    private readonly OpenReader reader = new(directory.Hub);

    [Theory]
    [InlineData("search=lunch", Lunch)]
    [InlineData("search=lunches", Lunch)]
    [InlineData("search=cafe", Lunch)]
    [InlineData("search=CAF%C3%89", Lunch)]
    [InlineData("search=ketle", Lunch)]
    [InlineData("search=hot%20meals", Lunch)]
    [InlineData("search=lanternfolk", Lunch, Sitters, Choir)]
    [InlineData("search=lunch%20or%20choir", Lunch, Choir)]
    [InlineData("search=", Lunch, Sitters, Choir, Lamp)]
    [InlineData("search=refuge")]
    [InlineData("search=sesame")]
    [InlineData("minimum_age=18", Lunch, Sitters)]
    [InlineData("minimum_age=18.5", Lunch)]
    [InlineData("minimum_age=0", Lunch, Sitters, Choir, Lamp)]
    [InlineData("maximum_age=64", Sitters)]
    [InlineData("maximum_age=63")]
    [InlineData("maximum_age=130", Lunch, Sitters, Choir, Lamp)]
    [InlineData("minimum_age=18&maximum_age=64", Sitters)]
    [InlineData("day=MO", Lunch)]
    [InlineData("day=fr", Sitters)]
    [InlineData("day=TU")]
    [InlineData("day=MO&start_time=11:30", Lunch)]
    [InlineData("day=MO&start_time=12:00")]
    [InlineData("day=MO&end_time=10:00")]
    [InlineData("day=MO&end_time=10:01:00", Lunch)]
    [InlineData("start_time=12:00", Sitters)]
    [InlineData("end_time=12:00", Lunch)]
    [InlineData("start_time=11:00&end_time=21:00", Lunch, Sitters)]
    [InlineData("modified_after=2026-03-03", Choir, Lamp)]
    [InlineData("modified_after=2026-03-01T10:00:00.123Z", Lunch, Sitters, Choir, Lamp)]
    [InlineData("modified_after=2026-03-01T10:00:00.124Z", Sitters, Choir, Lamp)]
    [InlineData("modified_after=2026-03-01T11:00:00.124+01:00", Sitters, Choir, Lamp)]
    [InlineData("modified_after=2099-01-01")]
    [InlineData("taxonomy_term_id={Food}", Lunch)]
    [InlineData("taxonomy_term_id={Meals}", Lunch)]
    [InlineData("taxonomy_term_id={Hot meals}", Lunch)]
    [InlineData("taxonomy_term_id={Carers}", Sitters)]
    [InlineData("taxonomy_term_id=019ab000-0000-7000-8000-000000000000")]
    [InlineData("taxonomy_id={Help}", Lunch)]
    [InlineData("taxonomy_id={Situations}", Sitters)]
    [InlineData("taxonomy_id={Help}&search=lunch&day=MO&minimum_age=50", Lunch)]
    [InlineData("full_service=true&_=%27&minimal=x", Lunch, Sitters, Choir, Lamp)]
    [InlineData("postcode=nonsense&proximity=-1", Lunch, Sitters, Choir, Lamp)]
    public async Task A_parameter_finds_what_it_says(string query, params string[] names)
    {
        var page = await reader.Get("services?" + Filled(query));
        Assert.Equal(names, page.Names);
        Assert.Equal(names.Length, (int)page.Body["total_items"]!);
    }

    [Theory]
    [InlineData("search=lunch", "Lunch at Hall")]
    [InlineData("search=refuge")]
    [InlineData("taxonomy_term_id={Food}", "Lunch at Hall")]
    [InlineData("taxonomy_id={Situations}", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("minimum_age=50", "Lunch at Hall")]
    [InlineData("maximum_age=70", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("modified_after=2026-03-02", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("day=FR", "Sitters at Wharf")]
    [InlineData("day=MO", "Lunch at Hall")]
    [InlineData("start_time=13:00", "Sitters at Wharf")]
    [InlineData("end_time=13:00", "Lunch at Hall")]
    [InlineData("postcode=ZZ7%202CK&proximity=100", "Lunch at Hall", "Sitters at Hall")]
    [InlineData("postcode=zz72ck&proximity=10")]
    [InlineData("postcode=ZZ7%202CK&proximity=2200", "Lunch at Hall", "Sitters at Hall")]
    [InlineData("postcode=ZZ7%202CK&proximity=2250", "Lunch at Hall", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("postcode=ZZ7%202CK", "Lunch at Hall", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("postcode=ZZ7%202AA&proximity=1100", "Lunch at Hall", "Sitters at Hall")]
    [InlineData("postcode=ZZ7%202AA&proximity=1200", "Lunch at Hall", "Sitters at Hall", "Sitters at Wharf")]
    [InlineData("postcode=ZZ7%202&proximity=1100", "Lunch at Hall", "Sitters at Hall")]
    [InlineData("postcode=zz7&proximity=17000", "Sitters at Wharf")]
    [InlineData("postcode=ZZ7%209AA&proximity=17000", "Sitters at Wharf")]
    [InlineData("postcode=ZZ7%209AA&proximity=17000&search=lunch")]
    public async Task A_place_is_found_by_the_same_and_by_distance(string query, params string[] ids)
    {
        var page = await reader.Get("service_at_locations?" + Filled(query));
        Assert.Equal(ids, page.Ids.Select(id => directory.Id.Single(known => known.Value == id).Key).Order());
        Assert.Equal(ids.Length, (int)page.Body["total_items"]!);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=x", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=2147483648", "page")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("per_page=0", "per_page")]
    [InlineData("per_page=501", "per_page")]
    [InlineData("taxonomy_term_id=food", "taxonomy_term_id")]
    [InlineData("taxonomy_id=%27", "taxonomy_id")]
    [InlineData("minimum_age=-1", "minimum_age")]
    [InlineData("minimum_age=NaN", "minimum_age")]
    [InlineData("maximum_age=131", "maximum_age")]
    [InlineData("maximum_age=1e2", "maximum_age")]
    [InlineData("start_time=25:00", "start_time")]
    [InlineData("start_time=9", "start_time")]
    [InlineData("end_time=24:00", "end_time")]
    [InlineData("start_time=12:00&end_time=12:00", "end_time")]
    [InlineData("day=XX", "day")]
    [InlineData("day=MO,TU", "day")]
    [InlineData("modified_after=yesterday", "modified_after")]
    [InlineData("modified_after=2026-02-30", "modified_after")]
    [InlineData("modified_after=03/04/2026", "modified_after")]
    [InlineData("search=%00", "search")]
    [InlineData("search=a%1Fb", "search")]
    public async Task A_bad_parameter_is_refused_by_name(string query, string field)
    {
        foreach (var list in new[] { "services", "service_at_locations" })
        {
            var answer = await reader.Get($"{list}?{query}");
            Assert.Equal((HttpStatusCode.BadRequest, "bad_request", field), (answer.Status, (string?)answer.Body["error"], (string?)answer.Body["field"]));
            Assert.Equal(["error", "field", "reason", "message"], answer.Body.AsObject().Select(m => m.Key));
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        }
    }

    [Theory]
    [InlineData("postcode=ZZ", "postcode", "NOT_A_POSTCODE")]
    [InlineData("postcode=ZZ72", "postcode", "POSTCODE_UNKNOWN")]
    [InlineData("postcode=90210", "postcode", "NOT_A_POSTCODE")]
    [InlineData("postcode=QQ1%201AA", "postcode", "POSTCODE_UNKNOWN")]
    [InlineData("proximity=100", "postcode", "REQUIRED")]
    [InlineData("postcode=ZZ7%202CK&proximity=0", "proximity", "NOT_A_DISTANCE")]
    [InlineData("postcode=ZZ7%202CK&proximity=Infinity", "proximity", "NOT_A_DISTANCE")]
    [InlineData("postcode=ZZ7%202CK&proximity=1000001", "proximity", "NOT_A_DISTANCE")]
    public async Task A_bad_place_is_refused_by_name(string query, string field, string reason)
    {
        var answer = await reader.Get("service_at_locations?" + query);
        Assert.Equal((HttpStatusCode.BadRequest, field, reason), (answer.Status, (string?)answer.Body["field"], (string?)answer.Body["reason"]));
    }

    [Theory]
    [InlineData("' or true --")]
    [InlineData("'; drop table directory.service; --")]
    [InlineData("\" union select document from access.trusted_document --")]
    [InlineData("\\'); select pg_sleep(10); --")]
    [InlineData("$1) or (1=1")]
    [InlineData("{0}%s%n<script>")]
    [InlineData("& | ! ( ) :* <-> '")]
    [InlineData("((((((((((\"")]
    public async Task What_looks_like_SQL_is_a_value_like_any_other(string text)
    {
        string[] names = ["search", "page", "per_page", "taxonomy_term_id", "taxonomy_id", "minimum_age", "maximum_age", "start_time", "end_time", "day", "modified_after", "postcode", "proximity"];
        foreach (var list in new[] { "services", "service_at_locations", "taxonomies", "taxonomy_terms" })
        {
            foreach (var name in names)
            {
                var answer = await reader.Get($"{list}?{name}={Uri.EscapeDataString(text)}");
                Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{list} {name} {answer.Status}");
                Assert.DoesNotContain("Refuge", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Npgsql", answer.Text, StringComparison.Ordinal);
            }
        }

        Assert.Equal(5L, await directory.Hub.Value<long>("select count(*) from directory.service"));
    }

    [Fact]
    public async Task A_confidential_service_its_places_and_its_organisation_are_nowhere()
    {
        var missing = await reader.Get("services/019ab000-0000-7000-8000-000000000000");
        foreach (var address in new[] { $"services/{directory.Id["Refuge"]}", $"service_at_locations/{directory.Id["Refuge at House"]}", $"service_at_locations/{directory.Id["Refuge at Hall"]}" })
        {
            var answer = await reader.Get(address);
            Assert.Equal((missing.Status, missing.Text), (answer.Status, answer.Text));
        }

        string[] everywhere =
        [
            "services", "service_at_locations", "services?search=Secret%20Refuge", "services?search=Sesame", "services?search=Threads", "service_at_locations?search=Hidden%20House",
            $"services?taxonomy_term_id={directory.Id["Food"]}", $"services?taxonomy_id={directory.Id["Help"]}", "services?day=MO", "service_at_locations?day=MO",
            "service_at_locations?postcode=ZZ7%202CK&proximity=100000", "services?modified_after=2000-01-01", $"services/{directory.Id["Lamp"]}", $"service_at_locations/{directory.Id["Lunch at Hall"]}",
        ];
        foreach (var address in everywhere)
        {
            var text = (await reader.Get(address)).Text;
            Assert.All(new[] { "Refuge", "Hidden House", "Sesame", directory.Id["Refuge"].ToString(), directory.Id["Hidden House"].ToString() }, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private string Filled(string query) => directory.Id.Aggregate(query, (text, known) => text.Replace($"{{{known.Key}}}", known.Value.ToString(), StringComparison.Ordinal));
}
