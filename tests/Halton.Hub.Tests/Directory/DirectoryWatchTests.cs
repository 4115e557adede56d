using System.Text.Json;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.House;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Directory;

/// <summary>Changes of the directory are heard by everyone, once, in order and again from a token; signpostings by the two whom they join.</summary>
public sealed class DirectoryWatchTests(OneHub one) : IClassFixture<OneHub>, IAsyncLifetime
{
    private static readonly string ServiceChanged = File.ReadAllText(Path.Combine(HouseTests.Repository(), "schema", "operations", "directory-service-changed.graphql"));
    private readonly HubUnderTest hub = one.Hub;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await hub.LiftRates();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Whoever_drops_and_resumes_hears_each_change_of_a_service_exactly_once()
    {
        var serviceId = await Service();
        string token;
        await using (var watch = await EventReader.Open(hub, "rww", ServiceChanged, new { }, "directory"))
        {
            Assert.Equal(JsonValueKind.Null, (await watch.Next()).At("data.serviceChanged.kind").ValueKind);
            await SetIntake(serviceId, "full");
            var heard = await Next(watch);
            Assert.Equal(("service.updated", serviceId, "full"), (heard.At("kind").GetString(), heard.At("serviceId").GetString(), heard.At("service.intake").GetString()));
            token = heard.At("resumeToken").GetString()!;
        }

        await SetIntake(serviceId, "waiting_list");
        await SetIntake(serviceId, "open");
        await using var again = await EventReader.Open(hub, "rww", ServiceChanged, new { resumeToken = token }, "directory");
        var (first, second) = (await Next(again), await Next(again));
        Assert.Equal((serviceId, serviceId), (first.At("serviceId").GetString(), second.At("serviceId").GetString()));
        Assert.NotEqual(first.At("resumeToken").GetString(), second.At("resumeToken").GetString());
        await SetIntake(serviceId, "full");
        Assert.Equal("full", (await Next(again)).At("service.intake").GetString());
        (await GraphAnswer.Read(await EventReader.Send(hub, await hub.Token("hbc"), ServiceChanged, new { resumeToken = token }, "directory"))).Refused("INVALID_ARGUMENT", "RESUME_TOKEN_INVALID");
    }

    [Fact]
    public async Task A_signposting_is_heard_by_the_two_whom_it_joins_and_by_nobody_else()
    {
        const string Document = "subscription { signpostingChanged { kind signposting { recordedBy } } }";
        var (need, serviceId) = (await hub.Value<string>("select id::text from directory.taxonomy_term limit 1"), await Service());
        await using var keeper = await EventReader.Open(hub, "vcfse-1", Document, new { }, "directory");
        await using var stranger = await EventReader.Open(hub, "vcfse-3", Document, new { }, "directory");
        await keeper.Next();
        await stranger.Next();
        (await hub.Graph("vcfse-2", "mutation M($i: RecordSignpostingInput!) { recordSignposting(input: $i) { etag } }", new { i = new { requestId = Guid.CreateVersion7(), needId = need, serviceId, channel = "online" } }, "directory")).Data("recordSignposting");
        var heard = (await keeper.Next()).At("data.signpostingChanged");
        Assert.Equal(("signposting.recorded", "VCFSE-2"), (heard.At("kind").GetString(), heard.At("signposting.recordedBy").GetString()));
        // What comes next to the stranger is its own.
        (await hub.Graph("vcfse-3", "mutation M($i: RecordSignpostingInput!) { recordSignposting(input: $i) { etag } }", new { i = new { requestId = Guid.CreateVersion7(), needId = need, unmetReason = "none", channel = "online" } }, "directory")).Data("recordSignposting");
        Assert.Equal("VCFSE-3", (await stranger.Next()).At("data.signpostingChanged.signposting.recordedBy").GetString());
    }

    private Task<string> Service() => hub.Value<string>("select id::text from directory.service where maintained_by = 'VCFSE-1' and status = 'active' limit 1");

    private async Task SetIntake(string serviceId, string intake)
    {
        var etag = (await hub.Graph("vcfse-1", "query Q($id: ID!) { service(serviceId: $id) { etag } }", new { id = serviceId }, "directory")).Data("service.etag").GetString();
        (await hub.Graph("vcfse-1", "mutation M($i: SetIntakeInput!) { setIntake(input: $i) { etag } }", new { i = new { requestId = Guid.CreateVersion7(), serviceId, intake, etag } }, "directory")).Data("setIntake");
    }

    private static async Task<JsonElement> Next(EventReader watch)
    {
        while (true)
        {
            var item = (await watch.Next()).At("data.serviceChanged");
            if (item.At("kind").ValueKind != JsonValueKind.Null)
            {
                return item;
            }
        }
    }
}
