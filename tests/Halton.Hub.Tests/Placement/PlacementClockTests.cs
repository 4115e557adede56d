using Halton.Hub.Placement;
using Halton.Hub.Placement.Standing;
using Halton.Hub.Tests.CareHomes.Validation;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Placement;

/// <summary>What the clock does to validations and placements: once, however often it looks, and what days bring.</summary>
public sealed class PlacementClockTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private HubUnderTest hub = null!;
    private CareWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await HubUnderTest.Start(clock: clock);
        await hub.Execute("delete from placement.access");
        await hub.Execute("delete from placement.standing_placement");
        world = await CareWorld.In(hub);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_look_opens_what_is_missing_and_a_second_look_finds_nothing_to_do()
    {
        var home = await world.Home();
        var placed = await world.Placed(world.Placing(home));
        foreach (var table in new[] { "validation_check", "validation_task", "validation" })
        {
            await hub.Execute($"delete from carehomes.{table}");
        }

        Assert.Equal(1, await world.Revalidate());
        var opened = await world.Get(home);
        Assert.Equal(("pending", "chase-host"), (opened.Decision, Assert.Single(opened.Tasks).Code));
        var rows = await world.Rows();
        Assert.Equal(0, await world.Revalidate());
        rows[^1]++;
        Assert.Equal(rows, await world.Rows());
        Assert.Equal("OutOfBoroughValidation SYSTEM:OutOfBoroughValidation", await hub.Value<string>("select operation || ' ' || organization from audit.entry where $1 = any (records) and interaction = 'u' order by recorded_at desc limit 1", opened.Id));
        Assert.NotEqual(placed.Id, opened.Id);
    }

    [Fact]
    public async Task Anothers_sanction_reopens_ones_own_validation_at_the_next_look_and_only_then_and_once()
    {
        var (home, valid) = await world.Valid();
        await world.Sanctioned(home, CareWorld.Liverpool, "enhanced-monitoring");
        Assert.Equal("valid", (await world.Get(home)).Decision);
        Assert.Equal(1, await world.Revalidate());
        var reopened = await world.Get(home);
        Assert.Equal(("re-validation-required", "sanction", "revalidate"), (reopened.Decision, Assert.Single(reopened.ReopenedBy), Assert.Single(reopened.Tasks, t => t.DoneAt is null).Code));
        Assert.Equal(0, await world.Revalidate());
        clock.Jump(TimeSpan.FromDays(1));
        await Fresh();
        Assert.Equal(1, await world.Revalidate());
        Assert.Equal((reopened.ReopenedAt, reopened.Etag), ((await world.Get(home)).ReopenedAt, (await world.Get(home)).Etag));
        Assert.Equal(1L, await hub.Value<long>("select count(*) from events.event where record_id = $1 and kind = 'validation.reopened'", valid.Id));
        Assert.Equal("valid-with-conditions", (await world.Answered(home)).Decision);
    }

    [Fact]
    public async Task Days_bring_silence_renewal_expiry_and_the_end_of_an_override()
    {
        var (home, valid) = await world.Valid();
        clock.Jump(TimeSpan.FromHours(25));
        Assert.True(await world.Revalidate() >= 1);
        Assert.Equal("pending", (await world.Get(home)).Decision);
        await Fresh();
        Assert.Equal(1, await world.Revalidate());
        Assert.Equal("valid", (await world.Get(home)).Decision);

        clock.Jump(TimeSpan.FromDays(340));
        await Fresh();
        await world.Revalidate();
        var soon = await world.Get(home);
        Assert.Equal(("valid-with-conditions", "renew"), (soon.Decision, Assert.Single(soon.Tasks, t => t.DoneAt is null).Code));
        clock.Jump(TimeSpan.FromDays(40));
        await Fresh();
        await world.Revalidate();
        var expired = await world.Get(home);
        Assert.Equal(("expired", valid.ExpiresOn), (expired.Decision, expired.ExpiresOn));

        var overridden = await world.Overridden(world.Word(home, expired.Etag));
        Assert.Equal("valid-with-conditions", overridden.Decision);
        clock.Jump(TimeSpan.FromDays(61));
        await Fresh();
        await world.Revalidate();
        var ended = await world.Get(home);
        Assert.Equal("expired", ended.Decision);
        Assert.Contains("review-override", ended.Tasks.Where(t => t.DoneAt is null).Select(t => t.Code));
        var renewed = await world.Answered(home);
        Assert.Equal(("valid", null), (renewed.Decision, renewed.Override));
        Assert.DoesNotContain(renewed.Tasks, t => t.DoneAt is null);
    }

    [Fact]
    public async Task A_review_is_called_for_once_when_it_comes_and_once_when_it_has_passed()
    {
        var placed = await world.Placed(world.Placing(await world.Home()));
        Assert.Equal((0, 0), await Remind());
        clock.Jump(TimeSpan.FromDays(240));
        Assert.Equal((1, 0), await Remind());
        Assert.Equal((0, 0), await Remind());
        clock.Jump(TimeSpan.FromDays(40));
        Assert.Equal((0, 1), await Remind());
        Assert.Equal((0, 0), await Remind());
        Assert.Equal("placement.recorded placement.review-due placement.review-overdue", await world.Events(placed.Id));

        // It is no change of the placement: the etag that the council has still serves.
        var reviewed = await world.The<RecordPlacementReview>().Run(world.As(CareWorld.Halton, "RecordPlacementReview"), new(People.RequestId(), placed.Id.ToString(), world.Today, placed.Etag), default);
        Assert.Equal((0, 0), await Remind());
        clock.Jump(TimeSpan.FromDays(400));
        Assert.Equal((0, 1), await Remind());
        Assert.Equal((0, 0), await Remind());
        Assert.Equal(CareWorld.Halton, await hub.Value<string>("select array_to_string(audience, ',') from events.event where record_id = $1 and kind = 'placement.review-due'", reviewed.Id));
    }

    private async Task<(long Due, long Overdue)> Remind()
    {
        var counts = (await world.The<RemindReviews>().Run(await world.Firing("PlacementReviews"), default)).Named;
        return (counts["reviews due"], counts["reviews overdue"]);
    }

    /// <summary>CQC says again what it said before, and has inspected of late; the insurance goes on.</summary>
    private Task<int> Fresh() => hub.Execute("update carehomes.care_home set synced_at = $1, last_inspection_date = $2", clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(-2));
}
