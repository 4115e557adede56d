using Google.Protobuf.WellKnownTypes;
using Halton.Hub.Access;
using Halton.Hub.Clock;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Referrals;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Referrals.Referring;
using Referral = Halton.Hub.Contracts.Referral.V1.Referral;

namespace Halton.Hub.Tests.Referrals;

/// <summary>What time does to referrals: the clock tells of it once, however often it looks.</summary>
public sealed class ReferralClockTests : IAsyncLifetime
{
    private readonly SettableClock clock = new();
    private HubUnderTest hub = null!;
    private ReferralDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        hub = await HubUnderTest.Start(clock: clock);
        desk = new ReferralDesk(hub);

        // The clock speaks of everybody: the demonstration's referrals would be told of too.
        await hub.Execute("delete from referrals.access");
        await hub.Execute("delete from referrals.referral");
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task Running_out_and_out_are_told_once_each_and_a_contact_silences_the_clock()
    {
        var late = await desk.Create(Refer());
        var seen = await Seen(await desk.Create(Refer()));
        Assert.Equal("0 0 0", await Look());
        await Jump(TimeSpan.FromMinutes(91));
        Assert.Equal("1 0 0", await Look());
        Assert.Equal("0 0 0", await Look());
        Assert.Equal(ClockState.Approaching, (await Get(late)).Clock.State);
        await Jump(TimeSpan.FromMinutes(30));
        Assert.Equal("0 1 0", await Look());
        Assert.Equal("0 0 0", await Look());
        Assert.Equal((ClockState.Breached, 121), ((await Get(late)).Clock.State, (await Get(late)).Clock.ElapsedMinutes));
        Assert.Equal(ClockState.Met, (await Get(seen)).Clock.State);
        Assert.Equal("referral.created referral.clock-approaching referral.clock-breached", await Told(late));

        // The one who asked hears of it too, and each look and each word of the clock is on record.
        Assert.True(await hub.Value<bool>("select bool_and('RBN' = any (audience)) from events.event where record_id = $1", Guid.Parse(late.ReferralId)));
        Assert.Equal(4L, await hub.Value<long>("select count(*) from audit.entry where $1 = any (records) and organization = 'SYSTEM:ReferralClock' and interaction = 'u'", Guid.Parse(late.ReferralId)));
        Assert.Equal(ClockState.Missed, (await Get(await Seen(await Get(late)))).Clock.State);
    }

    [Fact]
    public async Task A_follow_up_is_asked_for_when_it_falls_due_and_can_be_recorded_from_then_on()
    {
        var seen = await Seen(await desk.Create(Refer(r => r.Tier = Code("reablement"))), "reablement");
        var done = await desk.Complete(Complete(seen));
        await desk.FollowUp(Follow(done, clock.GetUtcNow())).Refused(FaultKind.FailedPrecondition, "FOLLOW_UP_NOT_DUE");
        await Jump(TimeSpan.FromDays(90));
        Assert.Equal("0 0 0", await Look());
        await Jump(TimeSpan.FromDays(1));
        Assert.Equal("0 0 1", await Look());
        Assert.Equal("0 0 0", await Look());
        var due = Assert.Single(await desk.List(new ListReferralsRequest { FollowUpDueBy = $"{clock.GetUtcNow():yyyy-MM-dd}" }));
        Assert.Equal(done.ReferralId, due.ReferralId);
        Assert.NotNull(due.FollowUp.AskedAt);
        var followed = await desk.FollowUp(Follow(due, clock.GetUtcNow()));
        Assert.Equal("at-home", followed.FollowUp.Outcome.Code);
        await desk.FollowUp(Follow(followed, clock.GetUtcNow())).Refused(FaultKind.FailedPrecondition, "FOLLOW_UP_RECORDED");
        Assert.Empty(await desk.List(new ListReferralsRequest { FollowUpDueBy = "2030-01-01" }));
    }

    [Fact]
    public async Task Both_clocks_are_told_side_by_side()
    {
        // To eight in the evening, by London's clock, on some day to come.
        var evening = LondonTime.Start(LondonTime.Day(clock.GetUtcNow()).AddDays(2)).AddHours(19.5);
        await Jump(evening - clock.GetUtcNow());
        var asked = await desk.Create(Refer());
        Assert.Equal(2, (asked.Clock.DueElapsed.ToDateTimeOffset() - asked.Clock.StartedAt.ToDateTimeOffset()).TotalHours);
        Assert.Equal(14, (asked.Clock.DueService.ToDateTimeOffset() - asked.Clock.StartedAt.ToDateTimeOffset()).TotalHours);
        Assert.Equal(asked.Clock.DueElapsed, asked.Clock.BreachAt);
        await Jump(TimeSpan.FromHours(13));
        Assert.Equal((780, 60), ((await Get(asked)).Clock.ElapsedMinutes, (await Get(asked)).Clock.ServiceMinutes));
    }

    [Fact]
    public async Task A_requester_can_need_an_answer_sooner_until_the_service_has_triaged()
    {
        var by = clock.GetUtcNow().AddHours(1).ToTimestamp();
        var asked = await desk.Create(Refer(r => (r.NeededBy, r.Tier) = (by, Code("halton-72h"))));
        Assert.True(asked.Clock.BreachAt.ToDateTimeOffset() <= by.ToDateTimeOffset());
        var triaged = await desk.Triage(Triage(asked, "halton-72h"));
        Assert.Equal(72, (triaged.Clock.BreachAt.ToDateTimeOffset() - triaged.Clock.StartedAt.ToDateTimeOffset()).TotalHours);
    }

    private async Task<Referral> Seen(Referral referral, string tier = "crisis")
    {
        var now = clock.GetUtcNow().ToTimestamp();
        referral = await desk.Triage(Triage(referral, tier, r => r.TriagedAt = now));
        referral = await desk.Allocate(Allocate(await desk.Accept(Accept(referral))));
        var contact = Contact(referral);
        contact.ContactedAt = now;
        return await desk.Contact(contact);
    }

    private async Task Jump(TimeSpan by)
    {
        clock.Jump(by);
        await hub.Services.GetRequiredService<PartnerDirectory>().Refresh(CancellationToken.None);
    }

    private async Task<Referral> Get(Referral referral) => await desk.Get(referral.ReferralId);

    private async Task<string> Told(Referral referral) =>
        await hub.Value<string>("select string_agg(kind, ' ' order by xid, position) from events.event where record_id = $1", Guid.Parse(referral.ReferralId));

    private async Task<string> Look()
    {
        var counts = await hub.Services.GetRequiredService<TellReferralClocks>().Run(await hub.Firing("ReferralClock"), CancellationToken.None);
        return $"{counts.Named["approaching"]} {counts.Named["breached"]} {counts.Named["follow-ups due"]}";
    }

    private static RecordFollowUpRequest Follow(Referral referral, DateTimeOffset on) => new()
    {
        RequestId = People.RequestId(),
        ReferralId = referral.ReferralId,
        Outcome = Code("at-home"),
        FollowedUpOn = $"{on:yyyy-MM-dd}",
        Etag = referral.Etag,
    };
}
