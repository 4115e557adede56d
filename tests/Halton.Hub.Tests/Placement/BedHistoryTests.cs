using System.Diagnostics;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Placement;

/// <summary>Sixteen callers at three beds: what they saw must be explained by one order of events on each bed.</summary>
public sealed class BedHistoryTests(OneHub one) : IClassFixture<OneHub>
{
    private const int Beds = 3;
    private const int Callers = 16;
    private const int Turns = 30;
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task What_callers_see_is_explained_by_one_order_of_events()
    {
        var world = await BedWorld.In(hub);
        var home = await world.Home(Beds);
        var (history, door, refused) = (new BedHistory(Beds), new Lock(), 0);
        var assessments = new List<Halton.Hub.Placement.Assessments.Assessment>();
        for (var i = 0; i < Callers; i++)
        {
            assessments.Add(await world.Assessed());
        }

        await Task.WhenAll(assessments.Select(assessment => Task.Run(async () =>
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    var held = await world.Reserved(BedWorld.Asking(assessment, home));
                    var (answered, releaseAsked) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
                    await world.Released(held);
                    lock (door)
                    {
                        history.Held(held.BedNumber, asked, answered, releaseAsked, Stopwatch.GetTimestamp());
                    }
                }
                catch (Fault fault) when (fault.Reason == "NO_BED_AVAILABLE")
                {
                    lock (door)
                    {
                        history.Refused(asked, Stopwatch.GetTimestamp());
                        refused++;
                    }
                }
            }
        })));
        Assert.Empty(history.Problems());
        Assert.InRange(refused, 1, (Callers * Turns) - 1);
        Assert.Equal(Beds, (await world.Told(home)).Available);
    }

    [Fact]
    public void A_bed_that_two_hold_is_seen()
    {
        var history = new BedHistory(2);
        history.Held(1, asked: 0, answered: 10, releaseAsked: 100, releaseAnswered: 110);
        history.Held(1, asked: 5, answered: 20, releaseAsked: 90, releaseAnswered: 95);
        Assert.Equal(["bed 1 was held twice"], history.Problems());
    }

    [Fact]
    public void A_refusal_while_a_bed_is_free_is_seen()
    {
        var history = new BedHistory(2);
        history.Held(1, asked: 0, answered: 10, releaseAsked: 100, releaseAnswered: 110);
        history.Refused(asked: 40, answered: 60);
        Assert.Single(history.Problems());
        history.Held(2, asked: 50, answered: 70, releaseAsked: 80, releaseAnswered: 90);
        Assert.Empty(history.Problems());
    }

    [Fact]
    public void Holds_that_follow_one_another_are_no_problem()
    {
        var history = new BedHistory(1);
        history.Held(1, asked: 0, answered: 10, releaseAsked: 20, releaseAnswered: 40);
        history.Held(1, asked: 15, answered: 30, releaseAsked: 50, releaseAnswered: 60);
        history.Refused(asked: 5, answered: 12);
        Assert.Empty(history.Problems());
    }
}
