using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge.Imports;
using Halton.Hub.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;
using WireItem = Halton.Hub.Contracts.Discharge.V1.ImportItem;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A trust's feed: each item applied once and answered in order, each bad one named, and nothing lost by a break.</summary>
public sealed class ImportTests(OneHub one) : IClassFixture<OneHub>
{
    private readonly HubUnderTest hub = one.Hub;
    private readonly DischargeService.DischargeServiceClient rww = one.Hub.Discharges("rww");

    [Fact]
    public async Task A_stay_is_told_of_from_admission_to_discharge()
    {
        var spell = Spell();
        var answers = await Send("story", [.. Story(spell)]);
        Assert.All(answers, a => Assert.Equal(ImportUpdatesResponse.OutcomeOneofCase.Accepted, a.OutcomeCase));
        Assert.Equal(["d1", "d2", "d3", "d4", "d5", "d6", "d7"], answers.Select(a => a.Accepted.Etag));
        var full = await rww.GetDischargeStatusAsync(ById(answers[0].Accepted.DischargeId, DischargeView.Full));
        Assert.Equal((DischargeState.Discharged, "P1", 1, 1, 1), (full.State, full.Pathway.Code, full.Reviews.Count, full.Allocations.Count, full.Delays.Count));
        Assert.NotNull(full.AssessmentStartedAt);

        // What each line did stands in the audit as the operation that it was.
        Assert.Equal(
            "AllocateWorker AssignPathway ConfirmDischarge RecordAdmission RecordDelay ReviewCriteriaToReside StartAssessment",
            await hub.Value<string>("select string_agg(operation, ' ' order by operation) from audit.entry where $1 = any (records) and outcome = 'success' and interaction in ('c', 'u')", Guid.Parse(full.DischargeId)));
    }

    [Fact]
    public async Task Sent_again_nothing_is_taken_twice_and_a_corrected_item_is_taken()
    {
        var (feed, spell) = (RequestId(), Spell());
        var items = Story(spell).ToList();
        items[2].Pathway.Pathway.Code = "P9";
        var first = await Send(feed, [.. items.Take(3)]);
        Assert.Equal((false, "CODE_UNKNOWN", "pathway"), (first[2].OutcomeCase == ImportUpdatesResponse.OutcomeOneofCase.Accepted, first[2].Rejected.Reason, first[2].Rejected.Fields.Single().Field));
        items[2].Pathway.Pathway.Code = "P1";
        var again = await Send(feed, [.. items]);
        Assert.Equal([true, true, false, false, false, false, false], again.Select(a => a.Accepted.AppliedBefore));
        Assert.Equal(first.Take(2).Select(a => a.Accepted.Etag), again.Take(2).Select(a => a.Accepted.Etag));
        Assert.All(await Send(feed, [.. items]), a => Assert.True(a.Accepted.AppliedBefore));
        items[0].Admission.Ward = "Elsewhere";
        var reused = (await Send(feed, items[0])).Single().Rejected;
        Assert.Equal(("AlreadyExists", "ITEM_KEY_REUSED"), (reused.Code, reused.Reason));

        // In another feed the key is another one.
        Assert.Equal("SPELL_ALREADY_RECORDED", (await Send(RequestId(), Admit("k0", spell))).Single().Rejected.Reason);
        Assert.Equal(1L, await hub.Value<long>("select count(*) from discharge.stay where spell_identifier = $1", spell));
    }

    [Fact]
    public async Task Each_bad_item_is_refused_as_the_call_of_its_kind_and_the_feed_goes_on()
    {
        var (open, closed) = (Spell(), Spell());
        var stay = (await Send("faults", Admit("open", open), Admit("closed", closed)))[0].Accepted.DischargeId;
        await Send("faults", new WireItem { ItemKey = "gone", SpellIdentifier = closed, Cancellation = new() { Reason = new Coding { Code = "12" } } });
        var bad = new (string Reason, string Field, WireItem Item)[]
        {
            ("REQUIRED", "item_key", Admit("", Spell())),
            ("TOO_LONG", "item_key", Admit(new string('k', 101), Spell())),
            ("REQUIRED", "update", new WireItem { ItemKey = "b1", SpellIdentifier = open }),
            ("REQUIRED", "discharge_id", new WireItem { ItemKey = "b2", CriteriaReview = new() }),
            ("REQUIRED", "discharge_id", new WireItem { ItemKey = "b3", SpellIdentifier = open, DischargeId = stay, CriteriaReview = new() }),
            ("NOT_EXPECTED", "discharge_id", Admit("b4", Spell(), i => i.DischargeId = stay)),
            ("NOT_A_UUID", "discharge_id", new WireItem { ItemKey = "b5", DischargeId = "one", CriteriaReview = Reviewed(2) }),
            ("DISCHARGE_NOT_FOUND", "", new WireItem { ItemKey = "b6", SpellIdentifier = Spell(), CriteriaReview = Reviewed(2) }),
            ("DISCHARGE_NOT_FOUND", "", new WireItem { ItemKey = "b7", DischargeId = RequestId(), CriteriaReview = Reviewed(2) }),
            ("STAY_CLOSED", "", new WireItem { ItemKey = "b8", SpellIdentifier = closed, CriteriaReview = Reviewed(2) }),
            ("NOT_REFERRED", "", new WireItem { ItemKey = "b9", SpellIdentifier = open, AssessmentStart = new() { StartedAt = HoursAgo(1), StartedByRole = "x" } }),
            ("NOT_READY_THEN", "", new WireItem { ItemKey = "b10", SpellIdentifier = open, Delay = new() { Reason = new Coding { Code = "HP-transport" }, RecordedByRole = "x" } }),
            ("ETAG_MISMATCH", "", new WireItem { ItemKey = "b11", SpellIdentifier = open, Pathway = new() { Pathway = new Coding { Code = "P0" }, DecidedAt = HoursAgo(1), DecidedByRole = "x", Etag = "d9" } }),
            ("NOT_A_MOMENT", "reviewed_at", new WireItem { ItemKey = "b12", SpellIdentifier = open, CriteriaReview = new() { ReviewedAt = new Timestamp { Nanos = -1 }, ReviewerRole = "x" } }),
            ("NHS_NUMBER_INVALID", "nhs_number", Admit("b13", Spell(), i => i.Admission.NhsNumber = "9990000000")),
        };
        var answers = await Send("faults", [.. bad.SelectMany((b, n) => new[] { b.Item, new WireItem { ItemKey = $"good-{n}", SpellIdentifier = open, CriteriaReview = Reviewed(40 - n) } })]);
        Assert.Equal(bad.Select(b => (b.Reason, b.Field)), answers.Where((_, n) => n % 2 == 0).Select(a => (a.Rejected.Reason, a.Rejected.Fields.FirstOrDefault()?.Field ?? "")));
        Assert.All(answers.Where((_, n) => n % 2 == 1), a => Assert.False(a.Accepted.AppliedBefore));
        Assert.Equal(bad.Length + 1, (await rww.GetDischargeStatusAsync(ById(stay))).Etag is var etag ? int.Parse(etag[1..], null) : 0);
    }

    [Fact]
    public async Task A_feed_that_is_none_ends_with_a_named_fault()
    {
        await Broken(call => call.RequestStream.CompleteAsync(), "start", "REQUIRED");
        await Broken(call => call.RequestStream.WriteAsync(new() { Item = Admit("k", Spell()) }), "start", "REQUIRED");
        await Broken(call => call.RequestStream.WriteAsync(new() { Start = new() }), "start.feed_id", "REQUIRED");
        await Broken(
            async call =>
            {
                await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = "f" } });
                await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = "f" } });
            },
            "item",
            "REQUIRED");
        foreach (var partner in new[] { "hbc", "vcfse-1" })
        {
            using var call = hub.Discharges(partner).ImportUpdates();
            Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default))).StatusCode);
        }

        async Task Broken(Func<AsyncDuplexStreamingCall<ImportUpdatesRequest, ImportUpdatesResponse>, Task> send, string field, string reason)
        {
            using var call = rww.ImportUpdates();
            await send(call);
            var refused = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));
            var violation = refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>().FieldViolations.Single();
            Assert.Equal((StatusCode.InvalidArgument, field, reason), (refused.StatusCode, violation.Field, violation.Reason));
        }
    }

    [Fact]
    public async Task No_more_is_read_than_waits_to_be_answered()
    {
        var read = 0;
        await using var answers = hub.Services.GetRequiredService<ImportUpdates>().Run(hub.CallOf("rww", "ImportUpdates"), RequestId(), Endless(), CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());
        var seen = -1;
        await Poll.Until(
            async () =>
            {
                var before = Interlocked.Exchange(ref seen, Volatile.Read(ref read));
                await Task.Delay(300);
                return before == Volatile.Read(ref read);
            },
            "the feed is read on and on");
        Assert.InRange(read, 200, 300);

        async IAsyncEnumerable<Halton.Hub.Discharge.Imports.ImportItem> Endless()
        {
            while (true)
            {
                var n = Interlocked.Increment(ref read);
                yield return new($"k{n}", $"no-such-spell-{n}", null, () => new Halton.Hub.Discharge.CancelDischarge.Request("", "", null, null, null));
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task A_thousand_spoiled_items_are_each_answered_and_leave_whole_records_or_none()
    {
        await hub.LiftRates();
        var random = new Random(20261127);
        var items = new List<WireItem>();
        while (items.Count < 1000)
        {
            foreach (var item in Story(Spell()))
            {
                var text = SpoiledText.Of(JsonFormatter.Default.Format(item), random);
                try
                {
                    items.Add(random.Next(3) == 0 ? item : new JsonParser(JsonParser.Settings.Default.WithIgnoreUnknownFields(true)).Parse<WireItem>(text));
                }
                catch (Exception e) when (e is InvalidProtocolBufferException or InvalidJsonException or FormatException or OverflowException or InvalidOperationException)
                {
                    // No message at all.
                }
            }
        }

        var before = await Counts();
        var answers = await Send(RequestId(), [.. items]);
        Assert.Equal(items.Select(i => i.ItemKey), answers.Select(a => a.ItemKey));
        Assert.All(answers, a => Assert.NotEqual(ImportUpdatesResponse.OutcomeOneofCase.None, a.OutcomeCase));
        var taken = answers.Count(a => a.OutcomeCase == ImportUpdatesResponse.OutcomeOneofCase.Accepted && !a.Accepted.AppliedBefore);
        Assert.InRange(taken, 100, 900);
        Assert.Equal([taken, taken], (await Counts()).Zip(before, (after, then) => after - then));
        Assert.DoesNotContain(answers, a => a.Rejected?.Code == "Internal");
    }

    // An event and an answer kept for repeats for each that was taken.
    private Task<long[]> Counts() => hub.Value<long[]>("select array[(select count(*) from events.event where kind like 'discharge.%'), (select count(*) from requests.answered)]");

    private async Task<List<ImportUpdatesResponse>> Send(string feed, params WireItem[] items)
    {
        using var call = rww.ImportUpdates();
        var answers = new List<ImportUpdatesResponse>();
        var reading = Task.Run(async () =>
        {
            while (await call.ResponseStream.MoveNext(CancellationToken.None))
            {
                answers.Add(call.ResponseStream.Current);
            }
        });
        await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = feed } });
        foreach (var item in items)
        {
            await call.RequestStream.WriteAsync(new() { Item = item });
        }

        await call.RequestStream.CompleteAsync();
        await reading;
        return answers;
    }

    private static IEnumerable<WireItem> Story(string spell) =>
    [
        Admit($"{spell} 0", spell),
        new() { ItemKey = $"{spell} 1", SpellIdentifier = spell, CriteriaReview = Reviewed(50) },
        new() { ItemKey = $"{spell} 2", SpellIdentifier = spell, Pathway = new() { Pathway = new Coding { Code = "P1" }, DecidedAt = HoursAgo(40), DecidedByRole = "ward", CareTransferHubReferred = true } },
        new() { ItemKey = $"{spell} 3", SpellIdentifier = spell, Worker = new() { AllocatedAt = HoursAgo(30), Role = "social worker" } },
        new() { ItemKey = $"{spell} 4", SpellIdentifier = spell, AssessmentStart = new() { StartedAt = HoursAgo(29), StartedByRole = "social worker" } },
        new() { ItemKey = $"{spell} 5", SpellIdentifier = spell, Delay = new() { Reason = new Coding { Code = "CAP-home-care" }, RecordedByRole = "coordinator" } },
        new() { ItemKey = $"{spell} 6", SpellIdentifier = spell, Discharge = new() { DischargedAt = HoursAgo(0), DischargeMethod = new Coding { Code = "1" }, DischargeDestination = new Coding { Code = "19" } } },
    ];

    private static WireItem Admit(string key, string spell, Action<WireItem>? change = null)
    {
        var item = new WireItem { ItemKey = key, SpellIdentifier = spell, Admission = Admission(a => (a.RequestId, a.SpellIdentifier) = ("", "")) };
        change?.Invoke(item);
        return item;
    }

    private static ReviewCriteriaToResideRequest Reviewed(double hoursAgo) => new() { ReviewedAt = HoursAgo(hoursAgo), ReviewerRole = "consultant", Criteria = { hoursAgo < 45 && hoursAgo > 20 ? [new Coding { Code = "02" }] : Array.Empty<Coding>() } };

    private static string Spell() => $"F-{RequestId()}";
}
