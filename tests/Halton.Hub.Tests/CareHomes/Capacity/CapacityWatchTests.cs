using Grpc.Core;
using Halton.Hub.CareHomes.Capacity;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Capacity.CapacityWorld;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Watches of capacity: in order, in batches, once each, each partner its own.</summary>
public sealed class CapacityWatchTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Changes_come_in_commit_order_once_each_and_a_resumed_watch_goes_on()
    {
        var home = await hub.Home();
        var request = new WatchCapacityRequest { CareHomeIds = { home.Id.ToString() } };
        var token = "";
        using (var watch = await Open("rww", request))
        {
            for (var minutes = 10; minutes > 5; minutes--)
            {
                await hub.CareHomes("hbc").ReportCapacityAsync(Return(home, minutes, available: minutes % 6));
            }

            var heard = await watch.Take(3);
            Assert.Equal([10 % 6, 9 % 6, 8 % 6], heard.Take(3).Select(e => e.Capacity.Beds[0].Available));
            token = watch.TokenOf(heard.Count);
            request.ResumeToken = token;
            Assert.All(heard, e => Assert.Equal("capacity.reported", e.Kind));
            using var again = await Open("rww", request);
            var rest = await again.Take(5 - heard.Count);
            Assert.Equal(Enumerable.Range(6, 5 - heard.Count).Select(m => m % 6).Reverse(), rest.Select(e => e.Capacity.Beds[0].Available));
            Assert.Equal(5, heard.Concat(rest).Select(e => e.EventId).Distinct().Count());
        }
    }

    [Fact]
    public async Task What_was_committed_together_comes_in_one_message()
    {
        const string area = "E06000094";
        var start = (await hub.CareHomes("rww").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = area })).ResumeToken;
        for (var i = 0; i < 20; i++)
        {
            var home = await hub.Home(area: area);
            await hub.Returned(home, TimeSpan.FromDays(30));
        }

        await hub.Services.GetRequiredService<MarkStaleCapacity>().Run(await hub.Firing("CareHomeCapacity"), default);
        using var watch = await Open("rww", new WatchCapacityRequest { LocalAuthority = area, ResumeToken = start });
        var heard = await watch.Take(20);
        Assert.Equal((20, 1), (heard.Count, watch.Messages));
        Assert.All(heard, e => Assert.Equal(("capacity.went-stale", Halton.Hub.Contracts.Carehome.V1.Freshness.Stale, 0), (e.Kind, e.Capacity.Freshness, e.Capacity.Beds.Count)));
    }

    [Fact]
    public async Task Each_filter_lets_through_what_fits_also_when_the_numbers_are_gone()
    {
        const string area = "E06000093";
        var (nursing, residential) = (await hub.Home(area: area, declared: ["general-nursing"]), await hub.Home(area: area, declared: ["general-residential"]));
        var start = (await hub.CareHomes("rww").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = area, BedType = "general-nursing" })).ResumeToken;
        await hub.Returned(residential, TimeSpan.FromDays(30), kind: "general-residential");
        await hub.Returned(nursing, TimeSpan.FromDays(30));
        await hub.Services.GetRequiredService<MarkStaleCapacity>().Run(await hub.Firing("CareHomeCapacity"), default);
        using var watch = await Open("rww", new WatchCapacityRequest { LocalAuthority = area, BedType = "general-nursing", ResumeToken = start });
        Assert.Equal(nursing.Location, Assert.Single(await watch.Take(1)).Capacity.LocationId);
    }

    [Fact]
    public async Task A_home_hears_only_of_itself()
    {
        var (own, other) = (await hub.Home("CARE-HOME-2"), await hub.Home("CARE-HOME-4"));
        using var watch = await Open("care-home-2", new WatchCapacityRequest());
        await hub.CareHomes("hbc").ReportCapacityAsync(Return(other));
        await hub.CareHomes("hbc").ReportCapacityAsync(Return(own));
        Assert.Equal(own.Location, (await watch.Take(1))[0].Capacity.LocationId);
        await hub.CareHomes("vcfse-1", "HOPERAT").WatchCapacity(new WatchCapacityRequest()).ResponseStream.MoveNext(default).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task A_token_is_good_for_its_caller_and_its_filter_only()
    {
        var token = (await hub.CareHomes("rww").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = Borough })).ResumeToken;
        await hub.CareHomes("rbn").WatchCapacity(new WatchCapacityRequest { LocalAuthority = Borough, ResumeToken = token }).ResponseStream.MoveNext(default).Refused(StatusCode.InvalidArgument, "RESUME_TOKEN_INVALID");
        await hub.CareHomes("rww").WatchCapacity(new WatchCapacityRequest { ResumeToken = token }).ResponseStream.MoveNext(default).Refused(StatusCode.InvalidArgument, "RESUME_TOKEN_INVALID");
        await hub.CareHomes("rww").WatchCapacity(new WatchCapacityRequest { BedType = "hammock" }).ResponseStream.MoveNext(default).Refused(StatusCode.InvalidArgument, "CODE_UNKNOWN");
        await hub.CareHomes("rww").WatchCapacity(new WatchCapacityRequest { CareHomeIds = { "x" } }).ResponseStream.MoveNext(default).Refused(StatusCode.InvalidArgument, "NOT_A_UUID");
        using var watch = await Open("rww", new WatchCapacityRequest { LocalAuthority = Borough, ResumeToken = token });
    }

    private async Task<Reader> Open(string partner, WatchCapacityRequest request)
    {
        var reader = new Reader(hub.CareHomes(partner).WatchCapacity(request));
        Assert.Empty((await reader.Next()).Events);
        return reader;
    }

    private sealed class Reader(AsyncServerStreamingCall<WatchCapacityResponse> call) : IDisposable
    {
        private readonly SortedDictionary<int, string> tokens = [];
        private int heard;

        public int Messages { get; private set; }

        public string TokenOf(int events) => tokens[events];

        public async Task<WatchCapacityResponse> Next()
        {
            Assert.True(await call.ResponseStream.MoveNext(default));
            var message = call.ResponseStream.Current;
            Assert.NotEmpty(message.ResumeToken);
            Messages += message.Events.Count > 0 ? 1 : 0;
            tokens[heard += message.Events.Count] = message.ResumeToken;
            return message;
        }

        public async Task<List<CapacityEvent>> Take(int events)
        {
            var taken = new List<CapacityEvent>();
            while (taken.Count < events)
            {
                taken.AddRange((await Next()).Events);
            }

            return taken;
        }

        public void Dispose() => call.Dispose();
    }
}
