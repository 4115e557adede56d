using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>What partners find: each filter against the demonstration data as plain SQL sees it, pages, ranking, distances, statement counts.</summary>
public sealed class SearchTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private const string Names = "query Q($filter: ServiceFilter, $first: Int! = 100, $after: String) { services(first: $first, after: $after, filter: $filter) { totalCount nodes { serviceId name metres } pageInfo { hasNextPage endCursor } } }";
    private readonly HubUnderTest hub = one.Hub;

    /// <summary>A filter, and the condition on a service <c>s</c> that plain SQL would put it in.</summary>
    public static TheoryData<string, string> Filters { get; } = new()
    {
        { "{}", "s.status = 'active'" },
        { """{"includeClosed":true}""", "true" },
        { """{"accepting":true}""", "s.status = 'active' and s.intake in ('open', 'waiting_list')" },
        { """{"age":10}""", "s.status = 'active' and coalesce(s.minimum_age, 0) <= 10 and coalesce(s.maximum_age, 200) >= 10" },
        { """{"age":80,"free":true}""", "s.status = 'active' and coalesce(s.minimum_age, 0) <= 80 and coalesce(s.maximum_age, 200) >= 80 and s.id not in (select service_id from directory.cost_option where amount > 0)" },
        { """{"maximumCost":5}""", "s.status = 'active' and s.id not in (select service_id from directory.cost_option where amount > 5)" },
        { """{"language":"pl"}""", "s.status = 'active' and s.id in (select service_id from directory.language where code = 'pl')" },
        {
            """{"accessibility":["step_free","hearing_loop"]}""",
            "s.status = 'active' and s.id in (select a.service_id from directory.service_at_location a where exists (select from directory.accessibility f where f.location_id = a.location_id and f.accessibility = 'step_free') and exists (select from directory.accessibility f where f.location_id = a.location_id and f.accessibility = 'hearing_loop'))"
        },
        { """{"mine":true,"includeClosed":true}""", "s.maintained_by = 'VCFSE-1'" },
        {
            """{"date":"2026-12-01","from":"18:00","until":"21:00"}""",
            "s.status = 'active' and s.id in (select c.service_id from directory.schedule c where directory.held_on(c, '2026-12-01') and coalesce(c.opens_at, '00:00') < '21:00' and coalesce(c.closes_at, '24:00') > '18:00')"
        },
    };

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await hub.LiftRates();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_finds_what_plain_SQL_finds(string filter, string condition)
    {
        var answer = await Ask(filter);
        var expected = await hub.Value<string[]>($"select coalesce(array_agg(s.id::text order by s.id), '{{}}') from directory.service s where {condition}");
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await All(filter, 37));
        Assert.Equal(expected.Length, answer.Data("services.totalCount").GetInt32());
    }

    [Fact]
    public async Task A_term_finds_what_carries_it_or_any_term_below()
    {
        var top = await hub.Value<string>("select t.id::text from directory.taxonomy_term t where t.parent_id is null and exists (select from directory.taxonomy_term c join directory.taxonomy_term d on d.parent_id = c.id where c.parent_id = t.id) order by t.name limit 1");
        var expected = await hub.Value<string[]>(
            """
            select array_agg(distinct s.id::text order by s.id::text) from directory.service s join directory.attribute a on a.service_id = s.id
            join directory.taxonomy_term t on t.id = a.taxonomy_term_id left join directory.taxonomy_term p on p.id = t.parent_id left join directory.taxonomy_term g on g.id = p.parent_id
            where s.status = 'active' and $1::text::uuid in (t.id, p.id, g.id)
            """,
            top);
        Assert.Equal(expected, await All($$"""{"termIds":["{{top}}"]}""", 10));
    }

    [Fact]
    public async Task Near_a_postcode_the_nearest_comes_first_and_nothing_lies_beyond_the_reach()
    {
        var nodes = (await Ask("""{"near":{"postcode":"WA8 6CK","withinMetres":3000}}""")).Data("services.nodes").EnumerateArray().ToList();
        var metres = nodes.ConvertAll(n => n.At("metres").GetDouble());
        Assert.True(nodes.Count > 10);
        Assert.Equal(metres.Order(), metres);
        Assert.All(metres, m => Assert.InRange(m, 0, 3000));
        // The great circle by another formula, from the sector's middle.
        var (latitude, longitude) = (await hub.Value<double>("select latitude from codes.postcode_area where area = 'WA8 6'"), await hub.Value<double>("select longitude from codes.postcode_area where area = 'WA8 6'"));
        foreach (var node in nodes)
        {
            var expected = await hub.Value<double>(
                """
                select min(2 * 6371008.8 * asin(sqrt(sin(radians(l.latitude - $2) / 2) ^ 2 + cos(radians($2)) * cos(radians(l.latitude)) * sin(radians(l.longitude - $3) / 2) ^ 2)))
                from directory.service_at_location a join directory.location l on l.id = a.location_id where a.service_id = $1::text::uuid
                """,
                node.At("serviceId").GetString()!,
                latitude,
                longitude);
            Assert.Equal(expected, node.At("metres").GetDouble(), 1.0);
        }
    }

    [Theory]
    [InlineData("""{"near":{"latitude":53.34,"longitude":-2.72,"withinMetres":100000}}""")]
    [InlineData("""{"words":"group"}""")]
    [InlineData("""{"words":"group","near":{"postcode":"WA7"}}""")]
    [InlineData("""{"words":"support","order":"NAME"}""")]
    [InlineData("""{"words":"help","near":{"postcode":"WA7"},"order":"DISTANCE"}""")]
    public async Task Pages_of_any_size_tell_the_same_list_in_the_same_order(string filter)
    {
        var whole = (await Ask(filter)).Data("services.nodes").EnumerateArray().Select(n => n.At("serviceId").GetString()!).ToList();
        Assert.True(whole.Count > 5, filter);
        Assert.Equal(whole.Count, whole.Distinct().Count());
        foreach (var size in new[] { 1, 3, 7 })
        {
            Assert.Equal(whole, (await Walk(filter, size, whole.Count)).Take(whole.Count));
        }
    }

    [Theory]
    [InlineData("lunch club", "Kettle Lunch Club")]
    [InlineData("lunhc club", "Kettle Lunch Club")]
    [InlineData("kettel lunch", "Kettle Lunch Club")]
    [InlineData("LUNCH CLUB", "Kettle Lunch Club")]
    public async Task Words_find_what_is_meant_first_though_letters_be_swapped(string words, string first) =>
        Assert.Equal(first, (await Ask(JsonSerializer.Serialize(new { words }))).Data("services.nodes.0.name").GetString());

    [Fact]
    public async Task The_ranking_explains_itself_its_parts_add_up_and_the_order_follows_it()
    {
        var nodes = (await hub.Graph(
            "vcfse-1", "{ services(first: 50, filter: { words: \"dementia cafe\", near: { postcode: \"WA7\" } }) { nodes { name ranking { score parts { name value weight why } } } } }", schema: "directory"))
            .Data("services.nodes").EnumerateArray().ToList();
        Assert.NotEmpty(nodes);
        var scores = nodes.ConvertAll(n => n.At("ranking.score").GetDouble());
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(nodes, n =>
        {
            var parts = n.At("ranking.parts").EnumerateArray().ToList();
            Assert.Equal(["words", "spelling", "distance", "intake", "assured"], parts.Select(p => p.At("name").GetString()));
            Assert.Equal(1, parts.Sum(p => p.At("weight").GetDouble()), 9);
            Assert.All(parts, p => Assert.True(p.At("value").GetDouble() is >= 0 and <= 1 && p.At("why").GetString()!.Length > 20));
            Assert.Equal(n.At("ranking.score").GetDouble(), parts.Sum(p => p.At("value").GetDouble() * p.At("weight").GetDouble()), 3);
        });
    }

    [Theory]
    [InlineData("""{"age":131}""", "age", "OUT_OF_RANGE")]
    [InlineData("""{"maximumCost":-1}""", "maximumCost", "OUT_OF_RANGE")]
    [InlineData("""{"weekday":"XX"}""", "weekday", "CODE_UNKNOWN")]
    [InlineData("""{"weekday":"MO","date":"2026-12-01"}""", "weekday", "EXCLUDES_DATE")]
    [InlineData("""{"date":"2026-02-30"}""", "date", "NOT_A_DATE")]
    [InlineData("""{"from":"25:00"}""", "from", "NOT_A_TIME")]
    [InlineData("""{"from":"12:00","until":"11:00"}""", "until", "BEFORE_FROM")]
    [InlineData("""{"openNow":true,"weekday":"MO"}""", "openNow", "EXCLUDES_DAY")]
    [InlineData("""{"order":"DISTANCE"}""", "order", "NEEDS_NEAR")]
    [InlineData("""{"near":{}}""", "near", "POINT_REQUIRED")]
    [InlineData("""{"near":{"latitude":53}}""", "near", "POINT_REQUIRED")]
    [InlineData("""{"near":{"latitude":53,"longitude":-2,"postcode":"WA7"}}""", "near", "POINT_REQUIRED")]
    [InlineData("""{"near":{"latitude":91,"longitude":0}}""", "near.latitude", "OUT_OF_RANGE")]
    [InlineData("""{"near":{"postcode":"ZZ9 9ZZ"}}""", "near.postcode", "POSTCODE_UNKNOWN")]
    [InlineData("""{"near":{"postcode":"WA7","withinMetres":0}}""", "near.withinMetres", "OUT_OF_RANGE")]
    [InlineData("""{"termIds":["x"]}""", "termIds[0]", "NOT_A_UUID")]
    [InlineData("""{"organizationId":"x"}""", "organizationId", "NOT_A_UUID")]
    [InlineData("""{"words":"a\u0007b"}""", "words", "CONTROL_CHARACTER")]
    public async Task A_wrong_filter_is_named_on_its_field(string filter, string field, string reason) =>
        (await Ask(filter)).Refused("INVALID_ARGUMENT", reason).NamesField(field, reason);

    [Fact]
    public async Task A_cursor_is_good_for_its_caller_and_filter_only()
    {
        var cursor = (await Ask("{}", 5)).Data("services.pageInfo.endCursor").GetString()!;
        Assert.True((await Ask("{}", 5, cursor)).HasData);
        (await Ask("""{"free":true}""", 5, cursor)).Refused("INVALID_ARGUMENT", "CURSOR_INVALID");
        (await Ask("{}", 5, cursor[..^2] + "AA")).Refused("INVALID_ARGUMENT", "CURSOR_INVALID");
        (await hub.Graph("hbc", Names, new { first = 5, after = cursor }, "directory")).Refused("INVALID_ARGUMENT", "CURSOR_INVALID");
    }

    [Theory]
    [InlineData("'; drop table directory.service; --")]
    [InlineData("' or 1=1 --")]
    [InlineData("$1); select * from discharge.patient; --")]
    [InlineData("x' union select nhs_number from discharge.stay --")]
    [InlineData("%_\\")]
    [InlineData("a & | ! <-> ( )")]
    public async Task Whatever_is_typed_is_looked_for_and_never_run(string words)
    {
        var answer = await Ask(JsonSerializer.Serialize(new { words, language = words.Length > 35 ? words[..35] : words }));
        Assert.Empty(answer.Data("services.nodes").EnumerateArray());
        Assert.Equal(120L, await hub.Value<long>("select count(*) from directory.service"));
        Assert.Empty((await hub.Graph("vcfse-1", "query Q($words: String) { taxonomyTerms(words: $words) { nodes { name } } }", new { words }, "directory")).Data("taxonomyTerms.nodes").EnumerateArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task However_many_services_are_shown_each_level_is_one_statement(int first)
    {
        const string Document = """
            query Q($first: Int!) { services(first: $first, filter: { near: { latitude: 53.34, longitude: -2.72, withinMetres: 50000 } }) {
              nodes { name metres organization { name identifiers { identifier } } schedules { byday } terms { name taxonomy { name } } opening { now } alternatives { name }
                serviceAtLocations { location { addresses { postalCode } accessibility { feature } } } languages { name } costOptions { amount } contacts { title phones { number } } } } }
            """;
        var token = await hub.Token("vcfse-1");
        await hub.GraphWith(token, Document, new { first }, "directory");
        using var count = new StatementCount();
        var answer = await hub.PostGraph(JsonSerializer.Serialize(new { query = Document, variables = new { first } }), token, "directory", change: count.Follow);
        Assert.Equal(first, answer.Data("services.nodes").GetArrayLength());
        // Services; then organisations, schedules, terms, openings, alternatives, places, languages, costs, contacts; then register numbers, taxonomies, addresses, features.
        Assert.Equal(14, count.Statements.Count(sql => sql.Length > 0));
    }

    [Theory]
    [InlineData("{ services(first: 20) { nodes { alternatives { alternatives { alternatives { name } } } } } }")]
    [InlineData("{ taxonomyTerms(first: 20) { nodes { narrower { broader { narrower { broader { narrower { name } } } } } } } }")]
    [InlineData("{ services(first: 20) { nodes { ...A } } } fragment A on Service { alternatives { ...B } } fragment B on Service { alternatives { ...C } } fragment C on Service { alternatives { name } }")]
    public async Task A_list_that_leads_to_its_own_kind_cannot_be_followed_down_and_down(string document) =>
        (await hub.Graph("vcfse-1", document, schema: "directory")).Refused("DOCUMENT_REFUSED", "QUERY_TOO_COSTLY");

    [Fact]
    public async Task A_confidential_service_shows_its_places_to_its_maintainer_only_and_is_not_found_by_measuring()
    {
        var id = await hub.Value<string>("select s.id::text from directory.service s join directory.service_at_location a on a.service_id = s.id where s.confidential and a.place is not null limit 1");
        const string Document = "query Q($id: ID!) { service(serviceId: $id) { name confidential serviceAtLocations { location { name } } } }";
        var stranger = await hub.Graph("vcfse-1", Document, new { id }, "directory");
        Assert.True(stranger.Data("service.confidential").GetBoolean());
        Assert.Equal(0, stranger.Data("service.serviceAtLocations").GetArrayLength());
        Assert.NotEqual(0, (await hub.Graph("hbc", Document, new { id }, "directory")).Data("service.serviceAtLocations").GetArrayLength());
        Assert.DoesNotContain(id, await All("""{"near":{"latitude":53.34,"longitude":-2.72,"withinMetres":100000}}""", 100));
    }

    private Task<GraphAnswer> Ask(string filter, int first = 100, string? after = null) =>
        hub.Graph("vcfse-1", Names, new { filter = JsonSerializer.Deserialize<JsonElement>(filter), first, after }, "directory");

    private async Task<List<string>> All(string filter, int size) => [.. (await Walk(filter, size, int.MaxValue)).Order(StringComparer.Ordinal)];

    private async Task<List<string>> Walk(string filter, int size, int most)
    {
        var (found, after) = (new List<string>(), (string?)null);
        while (found.Count < most)
        {
            var page = await Ask(filter, size, after);
            found.AddRange(page.Data("services.nodes").EnumerateArray().Select(n => n.At("serviceId").GetString()!));
            if (!page.Data("services.pageInfo.hasNextPage").GetBoolean())
            {
                break;
            }

            after = page.Data("services.pageInfo.endCursor").GetString();
        }

        return found;
    }
}
