using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Transport.GraphQL;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Coding = Halton.Hub.Contracts.Fhir.V1.Coding;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A ward's list: who is on it, what stands beside each, what it adds up to, and how it stood on days that have passed.</summary>
public sealed class BoardRoundTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Site = "RWWWH";
    private readonly HubUnderTest hub = one.Hub;
    private readonly DischargeService.DischargeServiceClient rww = one.Hub.Discharges("rww");

    [Fact]
    public async Task One_call_tells_everything_that_a_round_needs()
    {
        var ward = Ward();
        var waits = await Admit(ward, 24 * 15);
        await rww.ReviewCriteriaToResideAsync(Review(waits, 72));
        var planned = await rww.AssignPathwayAsync(Assign(waits, "P1", await Etag(waits), 50));
        await hub.Discharges("hbc").AllocateWorkerAsync(new() { RequestId = RequestId(), DischargeId = waits, AllocatedAt = HoursAgo(24 * 6.5), Role = "social worker", Worker = "SW-4", Etag = planned.Etag });
        await rww.RecordDelayAsync(new() { RequestId = RequestId(), DischargeId = waits, Reason = new Coding { Code = "CAP-home-recovery" }, RecordedByRole = "coordinator" });
        var (meets, fresh) = (await Admit(ward, 24 * 8), await Admit(ward, 0, a => a.Patient.Confidentiality = "R"));
        await rww.ReviewCriteriaToResideAsync(Review(meets, 3, "02"));
        var gone = await Admit(ward, 24 * 4);
        await rww.CancelDischargeAsync(Cancel(gone, await Etag(gone)));

        var looked = await hub.Value<long>("select count(*) from audit.entry where operation = 'GetBoardRound' and outcome = 'success'");
        var round = await rww.GetBoardRoundAsync(new() { Site = Site, Ward = ward });
        Assert.Equal([waits, meets, fresh], round.Entries.Select(e => e.Discharge.DischargeId));
        Assert.Equal([(15, 14), (8, 7), (0, 0)], round.Entries.Select(e => (e.DaysIn, e.LengthOfStayBand)));
        var first = round.Entries[0];
        Assert.Equal(("Zzyzxquill", 3, "breached", "approaching"), (first.Discharge.Patient.Name.Family, first.DaysReady, first.AssessmentClock.State, first.DischargeClock.State));
        Assert.Equal(("P1", "CAP-home-recovery", "capacity", "SW-4", "arrange-care-at-home"), (first.Discharge.Pathway.Code, first.Discharge.Delay.Reason.Code, first.Discharge.Delay.Owner, first.Discharge.Worker.Worker, first.Discharge.NextAction.Code));
        Assert.Equal(("not-started", "not-started", false), (round.Entries[2].AssessmentClock.State, round.Entries[2].DischargeClock.State, round.Entries[2].HasDaysReady));
        Assert.Equal((3, 1), (round.Counts.InHospital, round.Counts.NotMeetingCriteria));
        Assert.Equal(["P1 1", "capacity 1", "7+ 2", "14+ 1", "21+ 0"], round.Counts.Pathways.Concat(round.Counts.Families).Concat(round.Counts.LengthsOfStay).Select(g => $"{g.Code} {g.Count}"));
        Assert.Equal(looked + 1, await hub.Value<long>("select count(*) from audit.entry where operation = 'GetBoardRound' and outcome = 'success'"));
        Assert.Equal(3, await hub.Value<int>("select cardinality(records) from audit.entry where operation = 'GetBoardRound' and outcome = 'success' order by recorded_at desc limit 1"));

        // The council sees its residents, and of a restricted one no address; another trust sees nobody.
        var council = await hub.Discharges("hbc").GetBoardRoundAsync(new() { Site = Site, Ward = ward });
        Assert.Equal(3, council.Entries.Count);
        Assert.Equal((null, 0, ""), (council.Entries[2].Discharge.Patient.Address, council.Entries[2].Discharge.Patient.Telecom.Count, council.Entries[2].Discharge.Patient.GeneralPractice));
        Assert.NotNull(round.Entries[2].Discharge.Patient.Address);
        Assert.Empty((await hub.Discharges("rbn").GetBoardRoundAsync(new() { Site = Site, Ward = ward })).Entries);
        var site = await rww.GetBoardRoundAsync(new() { Site = Site });
        Assert.Contains(site.Counts.Wards, w => w.Code == ward && w.Count == 3);
        Assert.Equal(site.Entries.Count, site.Counts.Wards.Sum(w => w.Count));
    }

    [Fact]
    public async Task A_question_that_does_not_fit_is_refused()
    {
        await rww.GetBoardRoundAsync(new()).NamesField("site", "REQUIRED");
        await rww.GetBoardRoundAsync(new() { Site = Site, Date = "yesterday" }).NamesField("date", "NOT_A_DATE");
        await rww.GetBoardRoundAsync(new() { Site = Site, Date = $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}" }).NamesField("date", "IN_THE_FUTURE");
        await hub.Discharges("hicafs").GetBoardRoundAsync(new() { Site = Site }).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
    }

    [Fact]
    public async Task By_GraphQL_it_is_the_same_in_one_statement_and_one_for_the_audit()
    {
        var ward = Ward();
        var id = await Admit(ward, 50);
        await rww.ReviewCriteriaToResideAsync(Review(id, 0));
        foreach (var date in new[] { null, $"{TimeProvider.System.Today().AddDays(-1):yyyy-MM-dd}" })
        {
            using var count = new StatementCount();
            var answer = await hub.GraphWith(await hub.Token("rww"), TrustedDocuments.ByName["care-board-round.graphql"], new { site = Site, ward, date }, change: count.Follow);
            var round = answer.Data("boardRound");
            Assert.Equal((id, 1), (round.At("entries.0.discharge.dischargeId").GetString(), round.At("counts.inHospital").GetInt32()));
            Assert.Equal(date is null ? 1 : 0, round.At("counts.notMeetingCriteria").GetInt32());
            Assert.Single(count.Statements, s => s.Contains("discharge.stay", StringComparison.Ordinal));
            Assert.True(count.Statements.Count <= 2, string.Join("\n---\n", count.Statements));
        }
    }

    [Fact]
    public async Task What_a_whole_hospital_costs_is_known_before_it_is_asked()
    {
        const string Histories = "discharge { reviews { criteria { system code display } } delays { reason { system code display } } }";
        (await hub.Graph("rww", $"{{ boardRound(site: \"{Site}\") {{ entries {{ {Histories} }} }} }}")).Refused("DOCUMENT_REFUSED", "QUERY_TOO_COSTLY");
    }

    [Fact]
    public async Task A_past_day_is_told_as_it_stood_at_its_end()
    {
        var (ward, random, now) = (Ward(), new Random(7), TimeProvider.System.GetUtcNow());
        var told = new List<(string Id, DateTimeOffset In, DateTimeOffset? Out, List<(DateTimeOffset At, bool Meets)> Reviews, List<(DateTimeOffset At, string Pathway)> Decisions)>();
        for (var i = 0; i < 24; i++)
        {
            var hours = 30 + random.Next(220);
            var id = await Admit(ward, hours);
            var (reviews, decisions) = (new List<(DateTimeOffset At, bool Meets)>(), new List<(DateTimeOffset At, string Pathway)>());
            foreach (var ago in Enumerable.Range(0, random.Next(5)).Select(_ => 2 + (random.NextDouble() * (hours - 3))).OrderDescending().ToList())
            {
                var meets = random.Next(3) == 0;
                await rww.ReviewCriteriaToResideAsync(Review(id, ago, meets ? ["04"] : []));
                reviews.Add((now.AddHours(-ago), meets));
            }

            if (random.Next(2) == 0)
            {
                var (ago, pathway) = (2 + (random.NextDouble() * (hours - 3)), $"P{random.Next(4)}");
                await rww.AssignPathwayAsync(Assign(id, pathway, await Etag(id), ago));
                decisions.Add((now.AddHours(-ago), pathway));
            }

            DateTimeOffset? left = null;
            if (random.Next(3) == 0)
            {
                var ready = reviews.Count > 0 && !reviews[^1].Meets ? reviews.FindLast(r => r.Meets) is { Meets: true } met ? reviews.First(r => r.At > met.At && !r.Meets).At : reviews[0].At : now.AddHours(-hours);
                left = ready.AddHours((now - ready).TotalHours * (0.2 + (0.7 * random.NextDouble())));
                var leaving = Confirm(id, await Etag(id), method: "6");
                leaving.DischargedAt = left.Value.ToTimestamp();
                await rww.ConfirmDischargeAsync(leaving);
            }

            told.Add((id, now.AddHours(-hours), left, reviews, decisions));
        }

        for (var back = 1; back <= 9; back++)
        {
            var day = LondonTime.Day(now).AddDays(-back);
            var end = LondonTime.Start(day.AddDays(1));
            var round = await rww.GetBoardRoundAsync(new() { Site = Site, Ward = ward, Date = $"{day:yyyy-MM-dd}" });
            var expected = told.Where(t => t.In < end && (t.Out is null || t.Out >= end)).OrderBy(t => t.In).Select(t =>
            {
                var latest = t.Reviews.Where(r => r.At < end).Select(r => (bool?)r.Meets).LastOrDefault();
                var pathway = t.Decisions.Where(d => d.At < end).Select(d => d.Pathway).LastOrDefault();
                return $"{t.Id} {latest} {pathway} {day.DayNumber - LondonTime.Day(t.In).DayNumber}";
            });
            Assert.Equal(expected, round.Entries.Select(e => $"{e.Discharge.DischargeId} {(e.Discharge.CriteriaToReside switch { CriteriaToReside.Met => "True", CriteriaToReside.NotMet => "False", _ => "" })} {e.Discharge.Pathway?.Code} {e.DaysIn}"));
            Assert.Equal((end, round.Entries.Count), (round.AsOf.ToDateTimeOffset(), round.Counts.InHospital));
        }
    }

    private static string Ward() => $"Round {Guid.CreateVersion7():N}";

    private async Task<string> Admit(string ward, double hoursAgo, Action<RecordAdmissionRequest>? change = null)
    {
        var admission = Admission(a => (a.Ward, a.AdmittedAt) = (ward, HoursAgo(hoursAgo)));
        change?.Invoke(admission);
        return (await rww.RecordAdmissionAsync(admission)).DischargeId;
    }

    private async Task<string> Etag(string id) => (await rww.GetDischargeStatusAsync(ById(id))).Etag;
}
