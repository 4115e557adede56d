using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Foundation;
using Halton.Hub.Placement.Matching;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Placement;

/// <summary>People placed outside the borough whom a home inside could take now, as the index of homes hears of it.</summary>
public sealed class ReturnCandidateTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Kind = "ld-nursing";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Somebody_could_come_back_as_long_as_a_home_inside_has_a_free_bed_of_the_kind()
    {
        var world = await BedWorld.In(hub);
        var outside = await world.Care.Home();
        var mine = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            mine.Add((await world.Care.Placed(world.Care.Placing(outside) with { BedType = new Coding("", Kind) })).Id);
        }

        var inside = await world.Care.Home(h => (h.LocalAuthority, h.Organization) = (CareWorld.Halton, "CARE-HOME-1"));
        await hub.Execute("insert into carehomes.declared_beds (home_id, bed_type, maximum) values ($1, $2, 9)", inside.Id, Kind);
        await Returned(world, inside, available: 1);
        await Poll.Until(async () => (await Mine(world, mine)).Count == 3, "nobody could come back");
        var first = (await Mine(world, mine))[0];
        Assert.Equal(inside.Id, Assert.Single(first.Homes).HomeId);
        Assert.Equal("A home in the borough has a free bed of the kind that is needed.", first.Words);
        Assert.True(first.Placement.OutOfBorough);

        // Page by page, each once.
        var (seen, token) = (new List<Guid>(), "");
        do
        {
            var page = await List(world, CareWorld.Halton, 2, token);
            seen.AddRange(page.Candidates.Select(c => c.Placement.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(mine.ToHashSet(), seen.ToHashSet());
        Assert.Empty((await List(world, CareWorld.Liverpool)).Candidates);
        await List(world, CareWorld.Halton, 0, "x").NamesFields(("page_token", "PAGE_TOKEN_INVALID"));

        await Returned(world, inside, available: 0);
        await Poll.Until(async () => (await Mine(world, mine)).Count == 0, "the full home is still told of");
    }

    private static Task<CapacityState> Returned(BedWorld world, CareHome home, int available) => world.Care.The<ReportCapacity>().Run(
        world.Care.As("CARE-HOME-1", "ReportCapacity", Halton.Hub.Access.OrganizationKind.CareHome),
        new(RequestId(), home.LocationId, world.Care.Clock.GetUtcNow(), [new(new Coding("", Kind), 9, 9 - available, 0, available)], true, null, null, null, null),
        CancellationToken.None);

    private static async Task<List<ReturnCandidate>> Mine(BedWorld world, List<Guid> mine) => [.. (await List(world, CareWorld.Halton, 200)).Candidates.Where(c => mine.Contains(c.Placement.Id))];

    private static async Task<ReturnCandidatePage> List(BedWorld world, string council, int size = 0, string? token = null) =>
        await world.Care.The<ListReturnCandidates>().Run(world.Care.As(council, "ListReturnCandidates"), size, token, CancellationToken.None);
}
