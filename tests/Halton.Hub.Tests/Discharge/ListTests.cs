using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Lists of discharges: filters, pages, tokens.</summary>
public sealed class ListTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task The_demonstration_shows_450_inpatients_of_whom_22_percent_no_longer_meet_the_criteria()
    {
        var own = await All("rww", new ListDischargesRequest { PageSize = 200 });
        var all = own.Concat(await All("rbn", new ListDischargesRequest { PageSize = 200 })).ToList();
        Assert.InRange(all.Count, 440, 470);
        Assert.InRange(all.Count(d => d.CriteriaToReside == CriteriaToReside.NotMet) / (double)all.Count, 0.20, 0.24);
    }

    [Fact]
    public async Task Each_filter_shows_what_fits_and_nothing_else()
    {
        var all = await All("rww", new ListDischargesRequest { PageSize = 200 });
        var ward = all[0].Ward;
        var day = all.First(d => d.DischargeReadyDate.Length > 0).DischargeReadyDate;
        var moment = all[all.Count / 2].ChangedAt;
        foreach (var (filter, fits) in new (ListDischargesRequest, Func<DischargeStatus, bool>)[]
        {
            (new() { Ward = ward }, d => d.Ward == ward),
            (new() { Site = "RWWWH" }, d => d.Site == "RWWWH"),
            (new() { Site = "RBN01" }, d => d.Site == "RBN01"),
            (new() { States = { DischargeState.Planned, DischargeState.Ready } }, d => d.State is DischargeState.Planned or DischargeState.Ready),
            (new() { Pathways = { "P1", "P3" } }, d => d.Pathway?.Code is "P1" or "P3"),
            (new() { ReadyFrom = day }, d => string.CompareOrdinal(d.DischargeReadyDate, day) >= 0 && d.DischargeReadyDate.Length > 0),
            (new() { ReadyTo = day }, d => string.CompareOrdinal(d.DischargeReadyDate, day) <= 0 && d.DischargeReadyDate.Length > 0),
            (new() { ChangedSince = moment }, d => d.ChangedAt >= moment),
        })
        {
            filter.PageSize = 37;
            var shown = await All("rww", filter);
            Assert.Equal(all.Where(fits).Select(d => d.DischargeId), shown.Select(d => d.DischargeId));
        }
    }

    [Fact]
    public async Task Closed_stays_are_listed_when_asked_for()
    {
        var page = await hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageSize = 20, States = { DischargeState.Discharged } });
        Assert.Equal(20, page.Discharges.Count);
        Assert.All(page.Discharges, d => Assert.Equal(DischargeState.Discharged, d.State));
        var mixed = await hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageSize = 20, States = { DischargeState.Discharged, DischargeState.Admitted } });
        Assert.Equal(mixed.Discharges.OrderByDescending(d => d.AdmittedAt.ToDateTimeOffset()), mixed.Discharges);
    }

    [Fact]
    public async Task Pages_stay_stable_while_people_come_and_change()
    {
        await using var own = await HubUnderTest.Start();
        var rww = own.Discharges("rww");
        var before = await All(own, "rww", new ListDischargesRequest { PageSize = 200 });
        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await rww.ListDischargesAsync(new ListDischargesRequest { PageSize = 40, PageToken = token });
            seen.AddRange(page.Discharges.Select(d => d.DischargeId));
            token = page.NextPageToken;
            await rww.RecordAdmissionAsync(Admission(a => a.AdmittedAt = HoursAgo(0.01)));
            await rww.ReviewCriteriaToResideAsync(Review(page.Discharges[0].DischargeId, 0.01));
        }
        while (token.Length > 0);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(before.Select(d => d.DischargeId).ToHashSet(), seen.ToHashSet());
    }

    [Fact]
    public async Task A_page_token_is_good_for_its_caller_and_its_filter_only()
    {
        var page = await hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageSize = 5 });
        await hub.Discharges("rbn").ListDischargesAsync(new ListDischargesRequest { PageSize = 5, PageToken = page.NextPageToken }).NamesField("page_token", "PAGE_TOKEN_INVALID");
        await hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageSize = 5, PageToken = page.NextPageToken, Site = "RWWWH" }).NamesField("page_token", "PAGE_TOKEN_INVALID");
        await hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageToken = "x" }).NamesField("page_token", "PAGE_TOKEN_INVALID");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(201)]
    public Task A_page_has_1_to_200(int size) => hub.Discharges("rww").ListDischargesAsync(new ListDischargesRequest { PageSize = size }).NamesField("page_size", "PAGE_SIZE_INVALID");

    [Fact]
    public async Task Bad_filters_are_named()
    {
        var rww = hub.Discharges("rww");
        await rww.ListDischargesAsync(new ListDischargesRequest { ReadyFrom = "2026-02-30" }).NamesField("ready_from", "NOT_A_DATE");
        await rww.ListDischargesAsync(new ListDischargesRequest { Pathways = { "P9" } }).NamesField("pathways", "CODE_UNKNOWN");
        await rww.ListDischargesAsync(new ListDischargesRequest { States = { (DischargeState)42 } }).NamesField("states", "CODE_UNKNOWN");
        await rww.ListDischargesAsync(new ListDischargesRequest { Ward = new string('x', 61) }).NamesField("ward", "TOO_LONG");
    }

    private Task<List<DischargeStatus>> All(string partner, ListDischargesRequest request) => All(hub, partner, request);

    private static async Task<List<DischargeStatus>> All(HubUnderTest hub, string partner, ListDischargesRequest request)
    {
        var client = hub.Discharges(partner);
        var all = new List<DischargeStatus>();
        do
        {
            var page = await client.ListDischargesAsync(request);
            all.AddRange(page.Discharges);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return all;
    }
}
