using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Placement;

/// <summary>The demonstration's people who live outside the borough: one firing of the clock validates all their homes.</summary>
public sealed class DemonstrationTests(OneHub one) : IClassFixture<OneHub>
{
    [Fact]
    public async Task One_firing_opens_a_validation_of_every_home_outside_where_somebody_lives_and_the_next_finds_nothing()
    {
        var world = await CareWorld.In(one.Hub);
        var homes = await one.Hub.Value<long>("select count(distinct home_id) from placement.standing_placement where ended_on is null");
        Assert.True(homes > 20);
        Assert.Equal(homes, await world.Revalidate());
        Assert.Equal(homes, await one.Hub.Value<long>("select count(*) from carehomes.validation where council = 'E06000006'"));
        Assert.Equal(12 * homes, await one.Hub.Value<long>("select count(*) from carehomes.validation_check"));
        Assert.True(await one.Hub.Value<long>("select count(distinct decision) from carehomes.validation") >= 3);
        Assert.Equal(0, await world.Revalidate());
    }
}
