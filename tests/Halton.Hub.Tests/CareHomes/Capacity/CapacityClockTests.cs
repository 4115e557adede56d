using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Clock;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Data;
using Halton.Hub.Foundation;
using Halton.Hub.Jobs;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Capacity.CapacityWorld;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>What the clock does about capacity: tells of stale numbers once, asks for returns in three stages, judges windows by the day.</summary>
public sealed class CapacityClockTests
{
    [Fact]
    public async Task Numbers_that_go_stale_are_told_once_and_a_new_return_takes_it_back()
    {
        await using var hub = await HubUnderTest.Start();
        var (home, fresh) = (await hub.Home(), await hub.Home());
        await hub.Returned(home, TimeSpan.FromDays(7.01));
        await hub.Returned(fresh, TimeSpan.FromDays(6.99));
        Assert.True(await Mark(hub) >= 1);
        Assert.Equal(0, await Mark(hub));
        Assert.Equal((1L, 0L), (await hub.Told("capacity.went-stale", home), await hub.Told("capacity.went-stale", fresh)));
        await hub.CareHomes("hbc").ReportCapacityAsync(Return(home));
        Assert.False(await hub.Value<bool>("select told_stale from carehomes.capacity_return where home_id = $1", home.Id));
        await hub.Execute("update carehomes.capacity_return set as_of = now() - interval '8 days' where home_id = $1", home.Id);
        Assert.Equal(1, await Mark(hub));
        Assert.Equal(2L, await hub.Told("capacity.went-stale", home));
    }

    [Fact]
    public async Task More_stale_homes_than_one_save_holds_are_all_told()
    {
        await using var hub = await HubUnderTest.Start();
        await hub.Home();
        await hub.Execute("""
            insert into carehomes.care_home (id, location_id, provider_id, name, is_care_home, registration_status, dormant, service_types, specialisms, regulated_activities, local_authority, local_authority_name,
                address_lines, rating_overall, rating_safe, rating_effective, rating_caring, rating_responsive, rating_well_led, synced_at, changed_at, version)
            select gen_random_uuid(), '1-777' || n, '1-888', 'Quillfold', true, 'Registered', false, '{}', '{}', '{}', 'E06000091', 'Somewhere', '{}', 'good', 'good', 'good', 'good', 'good', 'good', now(), now(), 1
            from generate_series(1, 1203) n
            """);
        await hub.Execute("""
            insert into carehomes.capacity_return (home_id, as_of, received_at, source, accepting_admissions, told_stale, version)
            select id, now() - interval '9 days', now(), 'home', true, false, 1 from carehomes.care_home where local_authority = 'E06000091'
            """);
        Assert.True(await Mark(hub) >= 1203);
        Assert.Equal(1203L, await hub.Value<long>("select count(distinct e.record_id) from events.event e join carehomes.care_home h on h.id = e.record_id where h.local_authority = 'E06000091' and e.kind = 'capacity.went-stale'"));
    }

    [Fact]
    public async Task Homes_without_a_return_are_asked_once_in_each_stage_of_the_window()
    {
        var clock = new SettableClock();
        await using var hub = await HubUnderTest.Start(clock: clock);
        var (silent, returned, foreign) = (await hub.Home("CARE-HOME-5"), await hub.Home(), await hub.Home(area: "E06000090"));
        var window = await Ahead(hub, clock);
        await Set(hub, clock, window.From.AddSeconds(-30));
        Assert.False((await Chase(hub)).DidSomething);
        await Set(hub, clock, window.From.AddSeconds(30));
        Assert.True((await Chase(hub)).DidSomething);
        Assert.False((await Chase(hub)).DidSomething);
        Assert.Equal((1L, 1L, 0L), (await hub.Told("capacity.return-due", silent), await hub.Told("capacity.return-due", returned), await hub.Told("capacity.return-due", foreign)));

        await Set(hub, clock, window.From.AddDays(1));
        var council = new CareHomeService.CareHomeServiceClient(await Channel(hub, clock));
        await council.ReportCapacityAsync(Return(returned, change: r => r.AsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.GetUtcNow())));
        Assert.Equal((true, false), ((await council.Known(returned)).ReturnedInWindow, (await council.Known(silent)).ReturnedInWindow));
        await Set(hub, clock, LondonTime.Start(new DateOnly(window.Opens.Year, window.Opens.Month, 12)).AddHours(9));
        await Chase(hub);
        await Set(hub, clock, LondonTime.Start(window.Closes).AddHours(9));
        await Chase(hub);
        await Chase(hub);
        Assert.Equal((3L, 1L), (await hub.Told("capacity.return-due", silent), await hub.Told("capacity.return-due", returned)));
        await Set(hub, clock, window.Until.AddMinutes(1));
        Assert.False((await Chase(hub)).DidSomething);
    }

    [Fact]
    public async Task A_silent_home_shows_as_unknown_from_the_very_moment_and_its_return_in_the_window_stays_known()
    {
        var clock = new SettableClock();
        await using var hub = await HubUnderTest.Start(clock: clock);
        var home = await hub.Home();
        var window = await Ahead(hub, clock);
        await Set(hub, clock, window.From.AddDays(2));
        var council = new CareHomeService.CareHomeServiceClient(await Channel(hub, clock));
        var known = await council.ReportCapacityAsync(Return(home, change: r => r.AsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.GetUtcNow())));
        var asOf = known.AsOf.ToDateTimeOffset();
        foreach (var (at, freshness) in new[]
        {
            (asOf.AddHours(23.9), Contracts.Carehome.V1.Freshness.Fresh),
            (asOf.AddHours(24.1), Contracts.Carehome.V1.Freshness.Ageing),
            (asOf.AddDays(6.9), Contracts.Carehome.V1.Freshness.Ageing),
            (asOf.AddDays(7.1), Contracts.Carehome.V1.Freshness.Stale),
        })
        {
            await Set(hub, clock, at);
            council = new CareHomeService.CareHomeServiceClient(await Channel(hub, clock));
            var seen = await council.Known(home);
            Assert.Equal((freshness, freshness == Contracts.Carehome.V1.Freshness.Stale ? 0 : 1, true), (seen.Freshness, seen.Beds.Count, seen.ReturnedInWindow));
        }

        var next = CapacityWindow.Of(window.Opens.AddMonths(1).Year, window.Opens.AddMonths(1).Month, new FreshnessPolicy(), hub.Services.GetRequiredService<WorkingDays>());
        await Set(hub, clock, next.From.AddHours(1));
        council = new CareHomeService.CareHomeServiceClient(await Channel(hub, clock));
        Assert.False((await council.Known(home)).ReturnedInWindow);
    }

    [Fact]
    public async Task The_job_does_all_of_it_and_the_history_keeps_its_counts()
    {
        await using var hub = await HubUnderTest.Start(extend: services => OneFiring.AddTo(services, Schedule.Timetable));
        await hub.Returned(await hub.Home(), TimeSpan.FromDays(8));
        var run = await OneFiring.Run(hub.Services, Schedule.Timetable.Find("CareHomeCapacity"), default);
        Assert.Equal(RunOutcome.Succeeded, run!.Outcome);
        Assert.True(run.Counts["homes gone stale"] >= 1);
        Assert.Equal(0, run.Counts["feeds taken"]);
    }

    private static async Task<int> Mark(HubUnderTest hub) => (int)(await hub.Services.GetRequiredService<MarkStaleCapacity>().Run(await hub.Firing("CareHomeCapacity"), default)).Named["homes gone stale"];

    private static async Task<RunCounts> Chase(HubUnderTest hub) => await hub.Services.GetRequiredService<ChaseReturns>().Run(await hub.Firing("CareHomeCapacity"), default);

    /// <summary>The next window that has not opened.</summary>
    private static Task<CapacityWindow> Ahead(HubUnderTest hub, SettableClock clock)
    {
        var month = clock.Today().AddMonths(1);
        return Task.FromResult(CapacityWindow.Of(month.Year, month.Month, new FreshnessPolicy(), hub.Services.GetRequiredService<WorkingDays>()));
    }

    private static async Task Set(HubUnderTest hub, SettableClock clock, DateTimeOffset to)
    {
        clock.Jump(to - clock.GetUtcNow());
        await hub.Services.GetRequiredService<Halton.Hub.Access.PartnerDirectory>().Refresh(default);
        await hub.Services.GetRequiredService<Halton.Hub.Access.SigningKeys>().Publish(default);
    }

    /// <summary>A fresh channel whose token is dated by the moved clock.</summary>
    private static async Task<Grpc.Core.CallInvoker> Channel(HubUnderTest hub, SettableClock clock)
    {
        var token = await hub.Token("hbc", clock: clock);
        return Grpc.Core.Interceptors.ChannelExtensions.Intercept(Grpc.Net.Client.GrpcChannel.ForAddress(hub.Grpc), metadata =>
        {
            metadata.Add("authorization", "Bearer " + token);
            return metadata;
        });
    }
}
