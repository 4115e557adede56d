using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Halton.Hub.Directory;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>Nobody can be found through the directory's schema: its words have no people, its answers have none, and its account could not read them.</summary>
public sealed class NobodyInTheDirectoryTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private const int Queries = 9_600;
    private const int RootsOfEach = 12;
    private readonly HubUnderTest hub = one.Hub;

    private static readonly string[] WordsOfPeople =
        ["nhs", "patient", "person", "birth", "gender", "family", "given", "surname", "encounter", "discharge", "admission", "spell", "gp", "practitioner"];

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await hub.LiftRates();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task No_type_and_no_field_of_the_schema_has_a_word_for_people()
    {
        var queries = await Generator(1);
        Assert.Contains("Service", queries.Types);
        Assert.DoesNotContain(queries.Types, OfPeople);
        Assert.DoesNotContain(queries.Fields, known => OfPeople(known.Field));
        static bool OfPeople(string name) => Regex.Split(name, "(?=[A-Z])").Any(word => WordsOfPeople.Contains(word.ToLowerInvariant()));
    }

    [Fact]
    public async Task A_hundred_thousand_generated_answers_lead_to_nobody()
    {
        var scan = await PersonScan.Of(hub);
        var (answered, found, statuses) = (0, new ConcurrentBag<string>(), new ConcurrentDictionary<string, int>());
        var token = await hub.Token("vcfse-1");
        await Parallel.ForAsync(0, 4, async (worker, ct) =>
        {
            var queries = await Generator(worker + 10);
            for (var i = 0; i < Queries / 4; i++)
            {
                // One in ten snoops, alone: what its field cannot take would spoil the answers of the others.
                var (roots, snoops) = i % 10 == 0 ? (1, true) : (RootsOfEach, false);
                var answer = await hub.GraphWith(token, queries.Next(roots, snoops), schema: "directory", purpose: null);
                statuses.AddOrUpdate($"{(int)answer.Status} {string.Join(',', answer.Errors.Select(e => $"{e.At("extensions.code")} {(e.At("extensions").TryGetProperty("fields", out var fields) ? fields[0].At("field") + " " + fields[0].At("reason") : "")}").Distinct().Order())}", 1, (_, n) => n + 1);
                Interlocked.Add(ref answered, answer.Text.Contains("\"data\":{", StringComparison.Ordinal) ? roots : 0);
                foreach (var trace in scan.Found(answer.Text))
                {
                    found.Add(trace);
                }
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{answered} answers: {string.Join("; ", statuses.OrderByDescending(s => s.Value).Select(s => $"{s.Key} × {s.Value}"))}");
        Assert.Empty(found.Distinct());
        Assert.True(answered >= 100_000, $"{answered}: {string.Join("; ", statuses)}");
        Assert.DoesNotContain(statuses.Keys, key => key.Contains("INTERNAL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_scan_finds_whoever_is_planted()
    {
        await using var node = await HubUnderTest.Start();
        await node.LiftRates();
        var scan = await PersonScan.Of(node);
        var (family, postcode) = (await node.Value<string>("select family from discharge.patient where family ~ '^[A-Za-z]{5,}$' limit 1"), await node.Value<string>("select postal_code from discharge.patient limit 1"));
        foreach (var planted in new[] { "999 054 8609", family, postcode, "1948-03-03" })
        {
            await node.Execute("update directory.service set description = $1 where ordinal = 1", $"Ask for {planted} there.");
            var answer = await node.Graph("vcfse-1", "{ services(first: 100) { nodes { description } } }", schema: "directory");
            Assert.NotEmpty(scan.Found(answer.Text));
        }
    }

    [Fact]
    public async Task A_resolver_that_asks_for_people_by_mistake_gets_nothing_and_tells_nothing()
    {
        var tables = await hub.Value<string[]>("select array_agg(c.oid::regclass::text) from pg_class c where c.relkind in ('r', 'p') and obj_description(c.oid) like 'about a person%'");
        Assert.Contains("discharge.patient", tables);
        var account = hub.Services.GetRequiredService<DirectoryAccount>();
        foreach (var table in tables)
        {
            foreach (var sql in new[] { $"select count(*) from {table}", $"select * from {table} limit 1", $"delete from {table}", $"copy {table} to stdout", $"select set_config('hub.org', 'RWW', true); select * from {table}" })
            {
                await using var command = account.Source.CreateCommand(sql);
                Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(async () => await command.ExecuteNonQueryAsync())).SqlState);
            }
        }
    }

    private async Task<GeneratedQueries> Generator(int seed)
    {
        var people = await hub.Value<string[]>("select array_agg(x) from (select unnest(array[family, postal_code, birth_date]) as x from discharge.patient limit 300) p where x is not null");
        var numbers = await hub.Value<string[]>("select array_agg(nhs_number) from (select nhs_number from discharge.stay where nhs_number is not null limit 100) n");
        var services = await hub.Value<string[]>("select array_agg(id::text) from directory.service");
        var homes = await hub.Value<string[]>("select array_agg(id::text) from carehomes.care_home");
        var known = new Dictionary<string, string[]>
        {
            ["serviceId"] = services,
            ["organizationId"] = await hub.Value<string[]>("select array_agg(id::text) from directory.organization"),
            ["taxonomyId"] = await hub.Value<string[]>("select array_agg(id::text) from directory.taxonomy"),
            ["termIds"] = await hub.Value<string[]>("select array_agg(id::text) from directory.taxonomy_term"),
            ["careHome"] = [.. homes, .. await hub.Value<string[]>("select array_agg(location_id) from carehomes.care_home")],
            ["id"] = [.. services.Select(id => new GlobalId("Service", Guid.Parse(id)).ToString()), .. homes.Select(id => new GlobalId("CareHome", Guid.Parse(id)).ToString())],
        };
        var strange = await hub.Value<string[]>("select array_agg(id) from ((select id::text from discharge.stay limit 50) union all (select stay_id::text from discharge.patient limit 50)) i");
        string[] injected = ["' or 1=1 --", "'; select * from discharge.patient; --", "x' union select nhs_number from discharge.stay --", "lunch", "dementia", "group", "carers", "%", "_", "\\"];
        var schema = (await hub.Graph("vcfse-1", GeneratedQueries.Introspection, schema: "directory")).Data("__schema");
        using var whole = JsonDocument.Parse($"{{\"__schema\":{schema.GetRawText()}}}");
        return new GeneratedQueries(whole.RootElement.Clone(), [.. people, .. numbers, .. injected, .. injected, .. injected], known, strange, new Random(seed));
    }
}
