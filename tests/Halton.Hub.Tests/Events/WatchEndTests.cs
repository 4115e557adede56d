using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Events;

/// <summary>How a watch passes quiet times and how it ends.</summary>
public sealed class WatchEndTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_quiet_watch_gets_a_bookmark_that_can_be_resumed_from()
    {
        var clock = new SettableClock();
        await using var node = await HubUnderTest.Start(hub.Owner, clock);
        var rww = node.With(await node.Token("rww", clock: clock));
        using var watch = await WatchReader.Open(rww, ward: "Quiet Ward");
        var next = watch.Next();
        for (var seconds = 0; seconds < 16; seconds += 2)
        {
            Assert.False(next.IsCompleted);
            await Forward(node, clock, TimeSpan.FromSeconds(2));
        }

        Assert.Null((await next)!.Event);
        var admitted = await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Quiet Ward"));
        using var again = await WatchReader.Open(rww, watch.Token, "Quiet Ward");
        Assert.Equal(admitted.DischargeId, (await again.Take(1))[0].Event.Discharge.DischargeId);
    }

    [Fact]
    public async Task A_token_is_good_for_72_hours()
    {
        var clock = new SettableClock();
        await using var node = await HubUnderTest.Start(hub.Owner, clock);
        string token;
        using (var watch = await WatchReader.Open(node.With(await node.Token("rww", clock: clock))))
        {
            token = watch.Token;
        }

        await Forward(node, clock, TimeSpan.FromHours(71.9));
        using (await WatchReader.Open(node.With(await node.Token("rww", clock: clock)), token))
        {
            await Forward(node, clock, TimeSpan.FromHours(0.2));
        }

        var late = node.With(await node.Token("rww", clock: clock)).WatchDischarges(new WatchDischargesRequest { ResumeToken = token });
        await late.ResponseStream.MoveNext(default).Refused(StatusCode.OutOfRange, "RESYNC_REQUIRED");
    }

    [Fact]
    public async Task A_token_of_another_database_means_a_resync_or_nothing_at_all()
    {
        string token;
        using (var watch = await WatchReader.Open(hub.Discharges("rww")))
        {
            token = watch.Token;
        }

        await using var other = await HubUnderTest.Start();
        await other.Execute("update access.hub_secret set secret = decode($1, 'hex')", await hub.Value<string>("select encode(secret, 'hex') from access.hub_secret"));
        await using var node = await HubUnderTest.Start(other.Owner);
        await node.Discharges("rww").WatchDischarges(new WatchDischargesRequest { ResumeToken = token }).ResponseStream.MoveNext(default).Refused(StatusCode.OutOfRange, "RESYNC_REQUIRED");
    }

    [Fact]
    public async Task A_watch_ends_when_its_access_token_ends_and_says_where_to_go_on()
    {
        var clock = new SettableClock();
        await using var node = await HubUnderTest.Start(hub.Owner, clock);
        var rww = node.With(await node.Token("rww", clock: clock));
        using var watch = await WatchReader.Open(rww, ward: "Ending Ward");
        clock.Jump(TimeSpan.FromSeconds(301));
        await watch.Next().Refused(StatusCode.Unauthenticated, "TOKEN_EXPIRED");
        Assert.Equal(watch.Token, watch.Trailers().GetValue("resume-token"));
    }

    [Fact]
    public async Task A_node_that_stops_ends_its_watches_with_a_token_that_another_node_takes()
    {
        await using var stopping = await HubUnderTest.Start(hub.Owner);
        var rww = stopping.Discharges("rww");
        using var watch = await WatchReader.Open(rww, ward: "Drain Ward");
        var first = await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Drain Ward"));
        Assert.Equal(first.DischargeId, (await watch.Take(1))[0].Event.Discharge.DischargeId);
        var ended = watch.Next();
        var stop = stopping.Stop();
        var status = await ended.Refused(StatusCode.Unavailable, "DRAINING");
        Assert.NotNull(status.GetDetail<Google.Rpc.RetryInfo>());
        await stop;
        var token = watch.Trailers().GetValue("resume-token")!;
        var other = hub.Discharges("rww");
        var second = await other.RecordAdmissionAsync(Admission(a => a.Ward = "Drain Ward"));
        using var resumed = await WatchReader.Open(other, token, "Drain Ward");
        Assert.Equal(second.DischargeId, (await resumed.Take(1))[0].Event.Discharge.DischargeId);
    }

    /// <summary>Puts the clock forward; the node then knows its partners afresh.</summary>
    private static Task Forward(HubUnderTest node, SettableClock clock, TimeSpan by)
    {
        clock.Jump(by);
        return node.Services.GetRequiredService<PartnerDirectory>().Refresh(default);
    }
}
