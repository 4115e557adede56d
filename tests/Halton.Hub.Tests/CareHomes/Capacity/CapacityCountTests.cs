using System.Text.Json;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>What everyone may count: homes and beds, without any count that tells of one home, and never a stale number.</summary>
public sealed class CapacityCountTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Known_homes_are_counted_and_stale_ones_are_unknown()
    {
        const string area = "E06000089";
        for (var i = 0; i < 12; i++)
        {
            var home = await hub.Home(area: area);
            await hub.Returned(home, TimeSpan.FromDays(i < 6 ? 1 : 8));
        }

        var group = Assert.Single(await Groups("BED_TYPE", area));
        Assert.Equal(("general-nursing", 12, 6, 120, 30), (Text(group, "key"), Number(group, "homes"), Number(group, "homesKnown"), Number(group, "beds"), Number(group, "available")));
        var ages = await Groups("FRESHNESS", area);
        Assert.Equal([("AGEING", 6, 30), ("STALE", 6, null)], ages.Select(g => (Text(g, "key"), Number(g, "homes"), Number(g, "available"))));
    }

    [Fact]
    public async Task A_planted_area_with_one_home_does_not_show()
    {
        const string lonely = "E06000088";
        for (var i = 0; i < 6; i++)
        {
            await hub.Returned(await hub.Home(area: "E06000087"), TimeSpan.FromHours(1));
        }

        await hub.Returned(await hub.Home(area: lonely), TimeSpan.FromHours(1), maximum: 37, occupied: 20, available: 17);
        var planted = (await Groups("LOCAL_AUTHORITY")).Single(g => Text(g, "key") == lonely);
        Assert.All(new[] { "homes", "homesKnown", "beds", "available" }, field => Assert.Null(Number(planted, field)));
        var alone = await Ask("BED_TYPE", lonely);
        Assert.Equal((0, 35, 15, true), (Number(alone, "homes"), Number(alone, "beds"), Number(alone, "available"), alone.GetProperty("rounded").GetBoolean()));
        Assert.DoesNotContain("37", alone.GetProperty("groups").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BED_TYPE")]
    [InlineData("LOCAL_AUTHORITY")]
    [InlineData("FRESHNESS")]
    public async Task No_count_that_is_given_is_small_nor_follows_from_those_that_are(string by)
    {
        var answer = await Ask(by);
        foreach (var group in answer.GetProperty("groups").EnumerateArray())
        {
            int?[] given = [Number(group, "homes"), Number(group, "homesKnown"), Number(group, "beds"), Number(group, "available"), Number(group, "homes") - Number(group, "homesKnown"), Number(group, "beds") - Number(group, "available")];
            Assert.All(given, count => Assert.True(count is null or 0 or >= 5, $"{by} {group}"));
            Assert.All(given.Take(4), count => Assert.True(count is null or >= 5, $"{by} {group}"));
        }

        var hidden = answer.GetProperty("groups").EnumerateArray().Count(g => Number(g, "homes") is null);
        Assert.NotEqual(1, hidden);
    }

    [Fact]
    public async Task A_voluntary_partner_counts_in_the_directory_and_never_sees_one_home()
    {
        var answer = await hub.Graph("vcfse-1", "{ careHomeCapacity(by: FRESHNESS) { homes groups { key display } countedAt } }", schema: "directory", purpose: null);
        Assert.True(answer.Data("careHomeCapacity.homes").GetInt32() > 90);
        var refused = await hub.Graph("vcfse-1", "{ capacity { nodes { name } } }", schema: "directory", purpose: null);
        Assert.NotEmpty(refused.Errors);
        (await hub.Graph("hbc", "{ careHomeCapacity(by: BED_TYPE) { homes } }", purpose: null)).Data("careHomeCapacity.homes");
    }

    [Fact]
    public void The_public_account_reads_it() =>
        Assert.Equal(typeof(Halton.Hub.Data.PublicAccount), typeof(CountCapacity).GetConstructors()[0].GetParameters()[0].ParameterType);

    private async Task<List<JsonElement>> Groups(string by, string? area = null) => [.. (await Ask(by, area)).GetProperty("groups").EnumerateArray()];

    private async Task<JsonElement> Ask(string by, string? area = null) => (await hub.Graph(
        "vcfse-1",
        "query($by: CapacityDimension!, $area: String) { careHomeCapacity(by: $by, localAuthority: $area) { homes beds available rounded groups { key display homes homesKnown beds available } } }",
        new { by, area },
        "directory",
        null)).Data("careHomeCapacity");

    private static string? Text(JsonElement group, string field) => group.GetProperty(field).GetString();

    private static int? Number(JsonElement group, string field) => group.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
