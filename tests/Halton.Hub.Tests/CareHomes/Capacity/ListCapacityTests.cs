using Grpc.Core;
using Halton.Hub.Contracts.Carehome.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.CareHomes.Capacity.CapacityWorld;

namespace Halton.Hub.Tests.CareHomes.Capacity;

/// <summary>Lists of capacity: filters, pages, distance, and numbers that nobody knows any more.</summary>
public sealed class ListCapacityTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Area = "E06000099";
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Stale_numbers_are_absent_and_never_available()
    {
        const string area = "E06000098";
        var (fresh, ageing, stale, never) = (await hub.Home(area: area), await hub.Home(area: area), await hub.Home(area: area), await hub.Home(area: area));
        await hub.Returned(fresh, TimeSpan.FromHours(2));
        await hub.Returned(ageing, TimeSpan.FromDays(3));
        await hub.Returned(stale, TimeSpan.FromDays(8));
        var old = await Client("rww").Known(stale, area);
        Assert.Equal((Freshness.Stale, 0, false, "home"), (old.Freshness, old.Beds.Count, old.HasAcceptingAdmissions, old.Source));
        Assert.NotNull(old.AsOf);
        var silent = await Client("rww").Known(never, area);
        Assert.Equal((Freshness.Never, "", false), (silent.Freshness, silent.Etag, silent.HasAcceptingAdmissions));
        foreach (var (filter, homes) in new (ListCapacityRequest, TestHome[])[]
        {
            (new() { AvailableOnly = true }, [fresh, ageing]),
            (new() { Freshness = { Freshness.Fresh } }, [fresh]),
            (new() { Freshness = { Freshness.Ageing } }, [ageing]),
            (new() { Freshness = { Freshness.Stale, Freshness.Never } }, [stale, never]),
            (new() { BedType = "general-nursing" }, [fresh, ageing, stale]),
            (new() { BedType = "ypd" }, []),
            (new() { BedType = "general-nursing", AvailableOnly = true, Freshness = { Freshness.Stale } }, []),
        })
        {
            filter.LocalAuthority = area;
            Assert.Equal(homes.Select(h => h.Id.ToString()).Order(), (await Client("hicafs").ListCapacityAsync(filter)).Capacity.Select(c => c.CareHomeId).Order());
        }
    }

    [Fact]
    public async Task A_closed_home_and_a_full_one_are_not_available()
    {
        const string area = "E06000097";
        var (closed, full, free) = (await hub.Home(area: area), await hub.Home(area: area), await hub.Home(area: area));
        await hub.Returned(closed, TimeSpan.FromHours(1));
        await hub.Execute("update carehomes.capacity_return set accepting_admissions = false, closure_reason = 'outbreak' where home_id = $1", closed.Id);
        await hub.Returned(full, TimeSpan.FromHours(1), available: 0);
        await hub.Returned(free, TimeSpan.FromHours(1));
        var available = await Client("trusted-assessor").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = area, AvailableOnly = true });
        Assert.Equal(free.Location, Assert.Single(available.Capacity).LocationId);
    }

    [Fact]
    public async Task Pages_are_whole_by_name_and_by_distance_and_their_tokens_are_bound()
    {
        var homes = new List<TestHome>();
        for (var i = 0; i < 7; i++)
        {
            homes.Add(await hub.Home(area: Area, name: $"Quillmere {i % 3}", place: (53.30 + (0.01 * i), -2.70)));
        }

        await hub.Execute("insert into codes.postcode_area (area, latitude, longitude) values ('ZY1', 53.30, -2.70) on conflict do nothing");
        var byName = await Pages(new ListCapacityRequest { LocalAuthority = Area, PageSize = 3 });
        Assert.Equal(homes.Select(h => h.Location).Order(), byName.Select(c => c.LocationId).Order());
        Assert.Equal(byName.Select(c => c.Name).Order(StringComparer.Ordinal), byName.Select(c => c.Name));
        Assert.Equal(homes.Select(h => h.Location), (await Pages(new ListCapacityRequest { LocalAuthority = Area, PageSize = 2, Near = "zy1" })).Select(c => c.LocationId));
        Assert.Equal(homes.Take(3).Select(h => h.Location), (await Pages(new ListCapacityRequest { LocalAuthority = Area, PageSize = 2, Near = "ZY1", WithinMetres = 2300 })).Select(c => c.LocationId));

        var token = (await Client("rww").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = Area, PageSize = 3 })).NextPageToken;
        foreach (var (partner, request) in new[]
        {
            ("rbn", new ListCapacityRequest { LocalAuthority = Area, PageSize = 3, PageToken = token }),
            ("rww", new ListCapacityRequest { PageSize = 3, PageToken = token }),
            ("rww", new ListCapacityRequest { LocalAuthority = Area, PageSize = 3, PageToken = token + "x" }),
        })
        {
            await Client(partner).ListCapacityAsync(request).NamesField("page_token", "PAGE_TOKEN_INVALID");
        }
    }

    [Fact]
    public async Task Each_wrong_field_is_named()
    {
        foreach (var (request, field, reason) in new[]
        {
            (new ListCapacityRequest { PageSize = 201 }, "page_size", "PAGE_SIZE_INVALID"),
            (new ListCapacityRequest { PageSize = -1 }, "page_size", "PAGE_SIZE_INVALID"),
            (new ListCapacityRequest { BedType = "hammock" }, "bed_type", "CODE_UNKNOWN"),
            (new ListCapacityRequest { LocalAuthority = new string('E', 21) }, "local_authority", "TOO_LONG"),
            (new ListCapacityRequest { Near = "QQ99 9QQ" }, "near", "POSTCODE_UNKNOWN"),
            (new ListCapacityRequest { WithinMetres = 5 }, "within_metres", "NEEDS_NEAR"),
            (new ListCapacityRequest { Near = "WA7", WithinMetres = 200_001 }, "within_metres", "OUT_OF_RANGE"),
            (new ListCapacityRequest { Freshness = { Freshness.Unspecified } }, "freshness", "CODE_UNKNOWN"),
            (new ListCapacityRequest { Freshness = { Freshness.Fresh, Freshness.Fresh, Freshness.Fresh, Freshness.Fresh, Freshness.Fresh } }, "freshness", "TOO_MANY"),
        })
        {
            await Client("rww").ListCapacityAsync(request).NamesField(field, reason);
        }
    }

    [Fact]
    public async Task A_care_home_sees_its_own_and_a_voluntary_partner_none()
    {
        var (own, other) = (await hub.Home("CARE-HOME-3", area: "E06000096"), await hub.Home("CARE-HOME-4", area: "E06000096"));
        var seen = await Client("care-home-3").ListCapacityAsync(new ListCapacityRequest { LocalAuthority = "E06000096" });
        Assert.Equal(own.Location, Assert.Single(seen.Capacity).LocationId);
        await Client("care-home-3").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = own.Location });
        await Client("care-home-3").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = other.Location }).Refused(StatusCode.PermissionDenied, "NOT_YOURS");
        await hub.CareHomes("vcfse-1", "HOPERAT").ListCapacityAsync(new ListCapacityRequest()).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task The_history_is_paged_narrowed_and_bound()
    {
        var home = await hub.Home();
        for (var days = 5; days > 0; days--)
        {
            await hub.Returned(home, TimeSpan.FromDays(days), kind: days % 2 == 0 ? "general-nursing" : "dementia-nursing");
        }

        var request = new ListCapacityHistoryRequest { CareHome = home.Id.ToString(), PageSize = 2 };
        var all = new List<CapacityRecord>();
        do
        {
            var page = await Client("hbc").ListCapacityHistoryAsync(request);
            all.AddRange(page.Records);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(all.OrderByDescending(r => r.AsOf).Select(r => r.AsOf), all.Select(r => r.AsOf));
        Assert.Equal(5, all.Count);
        Assert.Equal(2, (await Client("hbc").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = home.Location, BedType = "general-nursing" })).Records.Count);
        Assert.Equal(2, (await Client("hbc").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = home.Location, Since = People.HoursAgo(60) })).Records.Count);
        await Client("hbc").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = "1-1" }).Refused(StatusCode.NotFound, "CARE_HOME_NOT_FOUND");
        await Client("hbc").ListCapacityHistoryAsync(new ListCapacityHistoryRequest { CareHome = home.Location, PageToken = "x" }).NamesField("page_token", "PAGE_TOKEN_INVALID");
    }

    [Fact]
    public async Task An_operators_change_of_the_policy_is_seen_without_a_restart()
    {
        await using var node = await HubUnderTest.Start();
        const string area = "E06000095";
        var home = await node.Home(area: area);
        await node.Returned(home, TimeSpan.FromHours(20));
        Assert.Equal(Freshness.Fresh, (await node.CareHomes("rww").Known(home, area)).Freshness);
        await node.Execute("update carehomes.freshness_policy set fresh_hours = 12");
        await Poll.Until(async () => (await node.CareHomes("rww").Known(home, area)).Freshness == Freshness.Ageing, "the policy was not read again");
    }

    private async Task<List<Halton.Hub.Contracts.Carehome.V1.Capacity>> Pages(ListCapacityRequest request)
    {
        var all = new List<Halton.Hub.Contracts.Carehome.V1.Capacity>();
        do
        {
            var page = await Client("rww").ListCapacityAsync(request);
            Assert.Equal(request.PageToken.Length == 0, page.ResumeToken.Length > 0);
            Assert.True(page.Capacity.Count <= request.PageSize);
            all.AddRange(page.Capacity);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private CareHomeService.CareHomeServiceClient Client(string partner) => hub.CareHomes(partner);
}
