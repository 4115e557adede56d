using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Events;

/// <summary>A watch tells everything once, in order, to whom it may concern.</summary>
public sealed class WatchTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_watch_tells_of_a_discharge_step_by_step_with_what_each_step_left()
    {
        var rww = hub.Discharges("rww");
        using var watch = await WatchReader.Open(hub.Discharges("hbc"), ward: "Story Ward");
        var admitted = await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Story Ward"));
        var ready = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 24));
        var planned = await rww.AssignPathwayAsync(Assign(admitted.DischargeId, "P1", ready.Etag));
        var left = await rww.ConfirmDischargeAsync(Confirm(admitted.DischargeId, planned.Etag));
        var events = await watch.Take(4);
        Assert.Equal(["discharge.admitted", "discharge.criteria-reviewed", "discharge.pathway-assigned", "discharge.confirmed"], events.Select(e => e.Event.Kind));
        Assert.Equal([admitted, ready, planned, left], events.Select(e => e.Event.Discharge));
        Assert.Equal(4, events.DistinctBy(e => e.Event.EventId).Count());
    }

    [Fact]
    public async Task A_watch_hears_only_what_its_filter_and_its_organisation_may_hear()
    {
        using var ward = await WatchReader.Open(hub.Discharges("rww"), ward: "Filter Ward");
        using var other = await WatchReader.Open(hub.Discharges("rbn"), ward: "Filter Ward");
        await hub.Discharges("rww").RecordAdmissionAsync(Admission());
        var fits = await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => a.Ward = "Filter Ward"));
        var foreign = await hub.Discharges("rbn").RecordAdmissionAsync(Admission(a => (a.Site, a.Ward) = ("RBN01", "Filter Ward")));
        Assert.Equal(fits.DischargeId, Assert.Single(await ward.Take(1)).Event.Discharge.DischargeId);
        Assert.Equal(foreign.DischargeId, Assert.Single(await other.Take(1)).Event.Discharge.DischargeId);
    }

    [Fact]
    public async Task A_token_goes_on_exactly_where_it_was_given()
    {
        var rww = hub.Discharges("rww");
        var ids = new List<string>();
        string middle;
        using (var watch = await WatchReader.Open(rww, ward: "Resume Ward"))
        {
            for (var i = 0; i < 5; i++)
            {
                ids.Add((await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Resume Ward"))).DischargeId);
            }

            middle = (await watch.Take(2))[^1].ResumeToken;
        }

        using var rest = await WatchReader.Open(rww, middle, "Resume Ward");
        Assert.Equal(ids[2..], (await rest.Take(3)).Select(e => e.Event.Discharge.DischargeId));
    }

    [Fact]
    public async Task A_token_is_good_for_its_own_partner_and_filter_only_and_as_it_was_given()
    {
        var rww = hub.Discharges("rww");
        string token;
        using (var watch = await WatchReader.Open(rww, ward: "A"))
        {
            token = watch.Token;
        }

        using var good = await WatchReader.Open(rww, token, "A");
        var changed = token[..20] + (token[20] == 'A' ? 'B' : 'A') + token[21..];
        foreach (var (client, given, ward) in new[] { (rww, token, "B"), (rww, token, ""), (hub.Discharges("hbc"), token, "A"), (rww, changed, "A"), (rww, token + "A", "A"), (rww, "x", "A"), (rww, "~", "A") })
        {
            var watch = client.WatchDischarges(new WatchDischargesRequest { ResumeToken = given, Ward = ward });
            await watch.ResponseStream.MoveNext(default).Refused(StatusCode.InvalidArgument, "RESUME_TOKEN_INVALID");
        }
    }

    [Fact]
    public async Task A_watch_from_a_lists_token_misses_nothing_that_the_list_does_not_show()
    {
        var rww = hub.Discharges("rww");
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            var ids = new List<string>();
            while (!stop.IsCancellationRequested)
            {
                ids.Add((await rww.RecordAdmissionAsync(Admission(a => a.Ward = "List Ward"))).DischargeId);
            }

            return ids;
        });
        await Poll.Until(async () => (await Listed(rww)).Ids.Count > 10, "nothing is written");
        var (shown, token) = await Listed(rww);
        await stop.CancelAsync();
        var written = await writer;
        using var watch = await WatchReader.Open(rww, token, "List Ward");
        var missing = written.Except(shown).ToHashSet();
        while (missing.Count > 0)
        {
            missing.Remove(Assert.Single(await watch.Take(1)).Event.Discharge.DischargeId);
        }
    }

    private static async Task<(List<string> Ids, string Token)> Listed(DischargeService.DischargeServiceClient client)
    {
        var request = new ListDischargesRequest { Ward = "List Ward", PageSize = 200 };
        var page = await client.ListDischargesAsync(request);
        var (ids, token) = (page.Discharges.Select(d => d.DischargeId).ToList(), page.ResumeToken);
        while (page.NextPageToken.Length > 0)
        {
            request.PageToken = page.NextPageToken;
            page = await client.ListDischargesAsync(request);
            ids.AddRange(page.Discharges.Select(d => d.DischargeId));
        }

        return (ids, token);
    }
}
