using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Capacity through GraphQL: the same operations, the documents as they are published.</summary>
public sealed class CapacityGraphTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_operations_run_as_they_are_written()
    {
        const string area = "E06000086";
        var home = await hub.Home("CARE-HOME-1", area: area);
        await hub.Execute("insert into codes.postcode_area (area, latitude, longitude) values ('ZX1', 53.30, -2.70) on conflict do nothing");
        var start = (await Run("rww", "care-capacity", new { localAuthority = area })).Data("capacity.resumeToken").GetString();
        await using var watch = await EventReader.Open(hub, "rww", TrustedDocuments.ByName["care-capacity-changed.graphql"], new { localAuthority = area, resumeToken = start });
        Assert.Equal(JsonValueKind.Null, (await watch.Next()).At("data.capacityChanged.capacity").ValueKind);
        var reported = (await Run("care-home-1", "care-report-capacity", new { input = Input(home) })).Data("reportCapacity");
        Assert.Equal(("FRESH", 3), (reported.At("freshness").GetString(), reported.At("beds.0.available").GetInt32()));
        Assert.Equal(home.Location, (await watch.Next()).At("data.capacityChanged.capacity.locationId").GetString());
        var listed = (await Run("rww", "care-capacity", new { localAuthority = area, bedType = "general-nursing", availableOnly = true })).Data("capacity.nodes");
        Assert.Equal(home.Location, listed.At("0.locationId").GetString());
        var history = (await Run("hbc", "care-capacity-history", new { careHome = home.Location })).Data("capacityHistory.nodes");
        Assert.Equal(3, history.At("0.beds.available").GetInt32());
        var counts = await hub.PostGraph(
            JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName["directory-care-home-capacity.graphql"]), variables = new { by = "BED_TYPE" } }), await hub.Token("vcfse-2"), "directory", null);
        Assert.True(counts.Data("careHomeCapacity.groups").GetArrayLength() > 3);
    }

    [Fact]
    public async Task Faults_come_with_their_reason_and_field()
    {
        var home = await hub.Home();
        (await Run("hbc", "care-report-capacity", new { input = Input(home, available: 6) })).Refused("INVALID_ARGUMENT", "MORE_THAN_MAXIMUM").NamesField("beds[0]", "MORE_THAN_MAXIMUM");
        (await Run("rww", "care-report-capacity", new { input = Input(home) })).Refused("PERMISSION_DENIED", "KIND_NOT_ALLOWED");
        (await hub.Graph("rww", "{ capacity(filter: { near: \"QQ99 9QQ\" }) { nodes { name } } }")).Refused("INVALID_ARGUMENT", "POSTCODE_UNKNOWN");
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        const string area = "E06000085";
        for (var i = 0; i < 5; i++)
        {
            await hub.Home(area: area);
        }

        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = (await hub.Graph("rww", "query($a: String, $l: String) { capacity(first: 2, after: $a, filter: { localAuthority: $l }) { nodes { locationId } pageInfo { hasNextPage endCursor } } }", new { a = after, l = area })).Data("capacity");
            seen.AddRange(page.At("nodes").EnumerateArray().Select(n => n.At("locationId").GetString()));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.At("pageInfo.endCursor").GetString() : null;
        }
        while (after is not null);
        Assert.Equal(5, seen.Distinct().Count());
    }

    private static object Input(CapacityWorld.TestHome home, int available = 3) => new
    {
        requestId = RequestId(),
        careHome = home.Location,
        asOf = TimeProvider.System.GetUtcNow().AddMinutes(-1).ToString("O"),
        beds = new[] { new { bedType = new { code = "general-nursing" }, maximum = 20, occupied = 14, reserved = 1, available } },
        acceptingAdmissions = true,
    };

    private async Task<GraphAnswer> Run(string partner, string name, object variables) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[name + ".graphql"]), variables }), await hub.Token(partner));
}
