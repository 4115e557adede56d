using System.Text.Json;
using Halton.Hub.Directory;
using Halton.Hub.Directory.Needs;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Directory;

/// <summary>Somebody is pointed to a service, or nothing is found; what became of it is told by those it joins, and counted for all.</summary>
public sealed class SignpostingTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task A_signposting_joins_two_organisations_and_happens_once()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create(confidential: true);
        var request = world.Pointing(service.Id) with { OutcomeDue = $"{TimeProvider.System.Today():yyyy-MM-dd}" };
        var pointed = await world.Point("rww", request);
        Assert.Equal(("RWW", "VCFSE-1", "grange", "telephone", null), (pointed.RecordedBy, pointed.ServiceMaintainedBy, pointed.Ward, pointed.Channel, pointed.UnmetReason));
        Assert.Equal("RWW,VCFSE-1", await hub.Value<string>("select array_to_string(audience, ',') from directory.event where record_id = $1", pointed.Id));
        Assert.Equal("RecordSignposting success", await hub.Value<string>("select operation || ' ' || outcome from directory.entry where $1 = any (records)", pointed.Id));
        Same(pointed, await world.Point("rww", request));
        Assert.Equal(1L, await hub.Value<long>("select count(*) from directory.event where record_id = $1", pointed.Id));

        var told = new RecordSignpostingOutcome.Request(RequestId(), pointed.Id.ToString(), "waiting", pointed.Etag);
        var waiting = await Outcome(world, "vcfse-1", told);
        Assert.Equal(("waiting", "VCFSE-1", $"{pointed.Id:N}-2"), (waiting.Outcome, waiting.OutcomeBy, waiting.Etag));
        Same(waiting, await Outcome(world, "vcfse-1", told));
        var helped = await Outcome(world, "rww", new(RequestId(), pointed.Id.ToString(), "helped", waiting.Etag));
        Assert.Equal(("helped", "RWW"), (helped.Outcome, helped.OutcomeBy));
        Assert.Equal("signposting.recorded signposting.outcome-recorded signposting.outcome-recorded", await hub.Value<string>("select string_agg(kind, ' ' order by position) from directory.event where record_id = $1", pointed.Id));
    }

    [Fact]
    public async Task Nothing_found_says_why_and_only_the_recorder_hears_of_it()
    {
        var world = await DirectoryWorld.In(hub);
        var pointed = await world.Point("hicafs", world.Pointing(null, ward: null, reason: "too_far"));
        Assert.Equal((null, null, "too_far"), (pointed.ServiceId, pointed.ServiceMaintainedBy, pointed.UnmetReason));
        Assert.Equal("HICAFS", await hub.Value<string>("select array_to_string(audience, ',') from directory.event where record_id = $1", pointed.Id));
    }

    [Fact]
    public async Task A_wrong_signposting_leaves_nothing()
    {
        var world = await DirectoryWorld.In(hub);
        var (service, gone) = (await world.Create(), await world.Create());
        await world.Retire(gone);
        var good = world.Pointing(service.Id);
        var pointed = await world.Point("rww", good);
        var rows = await world.Rows();
        var today = TimeProvider.System.Today();
        await Fields(good with { RequestId = "x", NeedId = "x", ServiceId = "x" }, ("request_id", "NOT_A_UUID"), ("need_id", "NOT_A_UUID"), ("service_id", "NOT_A_UUID"));
        await Fields(good with { NeedId = RequestId(), ServiceId = RequestId() }, ("need_id", "TERM_UNKNOWN"), ("service_id", "SERVICE_UNKNOWN"));
        await Fields(good with { ServiceId = null }, ("unmet_reason", "REASON_REQUIRED"));
        await Fields(good with { UnmetReason = "full" }, ("unmet_reason", "REASON_WITH_SERVICE"));
        await Fields(good with { ServiceId = null, UnmetReason = "other" }, ("unmet_reason", "CODE_UNKNOWN"));
        await Fields(good with { Channel = "", Ward = "runcorn" }, ("channel", "REQUIRED"), ("ward", "CODE_UNKNOWN"));
        await Fields(good with { OutcomeDue = $"{today.AddDays(-1):yyyy-MM-dd}" }, ("outcome_due", "OUTCOME_DUE_INVALID"));
        await Fields(good with { OutcomeDue = $"{today.AddDays(366):yyyy-MM-dd}" }, ("outcome_due", "OUTCOME_DUE_INVALID"));
        await Fields(good with { OutcomeDue = "tomorrow" }, ("outcome_due", "NOT_A_DATE"));
        await Fields(good with { Note = new string('n', 281) }, ("note", "TOO_LONG"));
        await Fields(good with { Note = "ring 0151 496 0123" }, ("note", "LOOKS_LIKE_A_PERSON"));
        await world.Point("rww", good with { RequestId = RequestId(), ServiceId = gone.Id.ToString() }).Refused(FaultKind.FailedPrecondition, "SERVICE_RETIRED");

        var told = new RecordSignpostingOutcome.Request(RequestId(), pointed.Id.ToString(), "helped", pointed.Etag);
        await Outcome(world, "hbc", told).Refused(FaultKind.NotFound, "SIGNPOSTING_NOT_FOUND");
        await Outcome(world, "rww", told with { SignpostingId = RequestId() }).Refused(FaultKind.NotFound, "SIGNPOSTING_NOT_FOUND");
        await Outcome(world, "rww", told with { Etag = "x" }).Refused(FaultKind.Aborted, "ETAG_MISMATCH");
        await Outcome(world, "rww", new("x", "x", "cured", "")).NamesFields(("request_id", "NOT_A_UUID"), ("signposting_id", "NOT_A_UUID"), ("etag", "REQUIRED"), ("outcome", "CODE_UNKNOWN"));
        Assert.Equal(rows, await world.Rows());

        Task Fields(RecordSignposting.Request request, params (string, string)[] wrong) => world.Point("rww", request.RequestId == good.RequestId ? request with { RequestId = RequestId() } : request).NamesFields(wrong);
    }

    [Fact]
    public async Task A_list_shows_ones_own_newest_first_page_by_page()
    {
        var world = await DirectoryWorld.In(hub);
        var service = await world.Create();
        var sent = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            sent.Insert(0, (await world.Point("care-home-1", world.Pointing(i == 0 ? null : service.Id))).Id);
        }

        var first = await List(world, "care-home-1", new(), 2, null);
        Assert.Equal(sent[..2], first.Signpostings.Select(s => s.Id));
        var second = await List(world, "care-home-1", new(), 2, first.NextPageToken);
        var third = await List(world, "care-home-1", new(), 2, second.NextPageToken);
        Assert.Equal(sent[2..], second.Signpostings.Concat(third.Signpostings).Select(s => s.Id));
        Assert.Empty(third.NextPageToken);

        Assert.Equal(sent[..4], await Ids("vcfse-1", new() { Direction = "received", ServiceId = service.Id }));
        Assert.Empty(await Ids("vcfse-1", new() { Direction = "sent", ServiceId = service.Id }));
        Assert.Empty(await Ids("vcfse-2", new() { NeedId = world.Need }));
        Assert.Equal(sent, await Ids("care-home-1", new() { Direction = "sent", NeedId = world.Need }));
        Assert.Empty(await Ids("care-home-1", new() { Direction = "received" }));
        var told = first.Signpostings[0];
        await Outcome(world, "vcfse-1", new(RequestId(), told.Id.ToString(), "attended", told.Etag));
        Assert.Equal(sent[1..], await Ids("care-home-1", new() { OpenOnly = true }));
        Assert.Equal(sent[..2], await Ids("care-home-1", new() { Since = first.Signpostings[1].RecordedAt.ToOffset(TimeSpan.FromHours(1)) }));

        await List(world, "care-home-1", new() { OpenOnly = true }, 2, first.NextPageToken).NamesFields(("page_token", "PAGE_TOKEN_INVALID"));
        await List(world, "vcfse-1", new(), 2, first.NextPageToken).NamesFields(("page_token", "PAGE_TOKEN_INVALID"));
        await List(world, "care-home-1", new() { Direction = "lost" }, 101, null).NamesFields(("page_size", "PAGE_SIZE_INVALID"), ("direction", "DIRECTION_UNKNOWN"));

        async Task<IEnumerable<Guid>> Ids(string partner, SignpostingFilter filter) => (await List(world, partner, filter, 100, null)).Signpostings.Select(s => s.Id);
    }

    [Fact]
    public async Task Counts_hide_what_is_small()
    {
        await using var alone = await HubUnderTest.Start();
        await alone.Execute("delete from directory.signposting");
        var world = await DirectoryWorld.In(alone);
        var service = await world.Create();
        var (today, top) = ($"{TimeProvider.System.Today():yyyy-MM-dd}", world.Top);
        await Points(7, "rww", service.Id, "grange");
        await Points(6, "hbc", service.Id, "appleton");
        await Points(9, "hbc", null, "farnworth", "full");
        await Points(5, "rww", null, "farnworth", "too_far");
        await Points(2, "rww", null, null, "none");

        var wards = await Count("ward");
        Assert.Equal([("appleton", null, true), ("farnworth", 14, false), ("grange", 7, false), (null, null, true)], wards.Groups.Select(g => (g.Key, g.Count, g.Suppressed)));
        Assert.Equal(["Appleton", "Farnworth", "Grange", "No ward named"], wards.Groups.Select(g => g.Display));
        Assert.Equal((25, true), (wards.Total, wards.TotalRounded));
        var services = await Count("service");
        Assert.Equal([(service.Id.ToString(), "Kettle on", 13), (null, "Nothing was found", 16)], services.Groups.Select(g => (g.Key, g.Display, g.Count ?? 0)));
        Assert.Equal((29, false), (services.Total, services.TotalRounded));
        Assert.Equal(("Befriending", 29), Assert.Single((await Count("need")).Groups.Select(g => (g.Display, g.Count ?? 0))));
        Assert.Equal((top.ToString(), "Company", 29), Assert.Single((await Count("need", top: true)).Groups.Select(g => (g.Key, g.Display, g.Count ?? 0))));
        Assert.Equal(("telephone", "By telephone", 29), Assert.Single((await Count("channel")).Groups.Select(g => (g.Key, g.Display, g.Count ?? 0))));
        Assert.Equal((null, "No outcome yet", 29), Assert.Single((await Count("outcome")).Groups.Select(g => (g.Key, g.Display, g.Count ?? 0))));
        Assert.Equal((today[..7], today[..7], 29), Assert.Single((await Count("month")).Groups.Select(g => (g.Key, g.Display, g.Count ?? 0))));

        var unmet = await world.The<UnmetNeeds>().Run(world.Call<UnmetNeeds>("care-home-1"), new(today, today), default);
        Assert.Equal([("farnworth", "Farnworth", null), (null, "No ward named", (int?)null)], unmet.Needs.Select(n => (n.Ward, n.WardName, n.Count)));
        Assert.All(unmet.Needs, n => Assert.True(n is { Suppressed: true, NeedName: "Befriending", Reasons: [] }));
        Assert.Equal((15, true), (unmet.Total, unmet.TotalRounded));
        await Points(6, "rww", null, "grange", "none");
        await Points(1, "rww", null, "grange", "full");
        await Points(3, "rww", null, null, "none");
        unmet = await world.The<UnmetNeeds>().Run(world.Call<UnmetNeeds>("care-home-1"), new(today, today), default);
        Assert.Equal([14, 7, 5], unmet.Needs.Select(n => n.Count));
        Assert.Equal([("full", 9), ("too_far", 5)], unmet.Needs[0].Reasons.Select(r => (r.Reason, r.Count ?? 0)));
        Assert.Equal([("full", null), ("none", (int?)null)], unmet.Needs[1].Reasons.Select(r => (r.Reason, r.Count)));
        Assert.Equal((26, false), (unmet.Total, unmet.TotalRounded));

        var yesterday = $"{TimeProvider.System.Today().AddDays(-1):yyyy-MM-dd}";
        var tomorrow = $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}";
        Assert.Empty((await world.The<CountSignpostings>().Run(Call(), new(yesterday, yesterday, "ward"), default)).Groups);
        await world.The<CountSignpostings>().Run(Call(), new(today, yesterday, "person"), default).NamesFields(("to", "TO_BEFORE_FROM"), ("by", "DIMENSION_UNKNOWN"));
        await world.The<CountSignpostings>().Run(Call(), new("", "x", "top need"), default).NamesFields(("from", "REQUIRED"), ("by", "DIMENSION_UNKNOWN"));
        await world.The<CountSignpostings>().Run(Call(), new("0001-01-01", tomorrow, "ward"), default).NamesFields(("to", "IN_THE_FUTURE"));
        await world.The<CountSignpostings>().Run(Call(), new("9999-12-31", "9999-12-31", "ward"), default).NamesFields(("to", "IN_THE_FUTURE"));
        await world.The<CountSignpostings>().Run(Call(), new("0001-01-01", today, "ward"), default).NamesFields(("to", "PERIOD_TOO_LONG"));
        await world.The<UnmetNeeds>().Run(world.Call<UnmetNeeds>("rbn"), new(today, ""), default).NamesFields(("to", "REQUIRED"));

        Task<SignpostingCounts> Count(string by, bool top = false) => world.The<CountSignpostings>().Run(Call(), new(today, today, by, top), default);

        Halton.Hub.Access.Call Call() => world.Call<CountSignpostings>("trusted-assessor");

        async Task Points(int times, string partner, Guid? to, string? ward, string reason = "full")
        {
            for (var i = 0; i < times; i++)
            {
                await world.Point(partner, world.Pointing(to, ward, reason));
            }
        }
    }

    private static async Task<Signposting> Outcome(DirectoryWorld world, string partner, RecordSignpostingOutcome.Request request) =>
        await world.The<RecordSignpostingOutcome>().Run(world.Call<RecordSignpostingOutcome>(partner), request, default);

    private static async Task<SignpostingPage> List(DirectoryWorld world, string partner, SignpostingFilter filter, int size, string? token) =>
        await world.The<ListSignpostings>().Run(world.Call<ListSignpostings>(partner), filter, size, token, default);

    private static void Same(Signposting first, Signposting second) => Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(second));
}
