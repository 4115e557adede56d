using System.Text.Json;
using Halton.Hub.Access;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.CareHomes.Validation;

/// <summary>The documents of schema/operations on validation and placements do what they are there for.</summary>
public sealed class ValidationOperationTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_operations_run_as_they_are_written()
    {
        var world = await CareWorld.In(hub);
        var home = await world.Home();
        var placed = (await Run("care-record-placement", new
        {
            input = new { requestId = RequestId(), caseReference = "OP-1", careHome = home.LocationId, bedType = new { code = "general-nursing" }, outOfAreaReason = new { code = "timeliness" }, startedOn = world.Day(-360) },
        })).Data("recordPlacement");
        Assert.True(placed.At("outOfBorough").GetBoolean());
        var due = (await Run("care-placements", new { reviewDueBy = world.Day(30), outOfBoroughOnly = true, first = 100 })).Data("placements.nodes");
        Assert.Contains(placed.At("placementId").GetString(), due.EnumerateArray().Select(p => p.At("placementId").GetString()));
        var answered = (await Run("care-record-host-reply", new
        {
            input = new { requestId = RequestId(), careHome = home.LocationId, contactedOn = world.Day(-2), repliedOn = world.Today, acknowledged = true, concerns = new { code = "some" }, reference = "OP-QA-1" },
        })).Data("recordHostReply");
        Assert.Equal("pending", answered.At("decision.code").GetString());
        var validation = (await Run("care-validation", new { careHome = home.LocationId })).Data("validation");
        Assert.Equal("The host authority has concerns.", validation.At("checks.4.evidence").GetString());
        var pressing = (await Run("care-validations", new { decisions = new[] { "pending" }, first = 100 })).Data("validations.nodes");
        Assert.Contains(home.Id.ToString(), pressing.EnumerateArray().Select(v => v.At("careHomeId").GetString()));
    }

    /// <summary>By its id, as a partner that has only trusted documents must.</summary>
    private async Task<GraphAnswer> Run(string name, object variables) =>
        await hub.PostGraph(JsonSerializer.Serialize(new { documentId = TrustedDocuments.Id(TrustedDocuments.ByName[name + ".graphql"]), variables }), await hub.Token("hbc"));
}
