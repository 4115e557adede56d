using System.Collections.Concurrent;
using CsCheck;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Discharge.Model;
using Halton.Hub.Tests.Hosts;
using Xunit;

namespace Halton.Hub.Tests.Discharge;

/// <summary>
/// Three hundred random ways of a stay through the real door, by several partners, with repeats, twins and stale etags: each answer, and in the end all that is kept,
/// against a model. A failure prints its seed, which the variable CsCheck_Seed repeats, and the smallest way that it found.
/// </summary>
public sealed class StayDoorTests(OneHub one, ITestOutputHelper output) : IClassFixture<OneHub>
{
    // What three hundred ways cannot do without; each comes more than ten times.
    private static readonly string[] Often =
    [
        "review", "assign", "allocate", "assess", "delay", "confirm", "cancel", "repeat", "KIND_NOT_ALLOWED", "DISCHARGE_NOT_FOUND", "IN_THE_FUTURE", "REQUIRED", "CODE_UNKNOWN", "REQUEST_ID_REUSED",
        "ETAG_MISMATCH", "BEFORE_ADMISSION", "BEFORE_REFERRAL", "NOT_REFERRED", "NOT_READY_THEN", "STILL_MEETS_CRITERIA", "STAY_CLOSED",
    ];

    private readonly ConcurrentDictionary<string, int> seen = new();

    [Fact]
    public async Task No_sequence_of_calls_tells_the_hub_and_the_model_apart()
    {
        await one.Hub.LiftRates();
        var partners = new[] { "rww", "hbc", "rbn" }.ToDictionary(partner => partner, partner => one.Hub.Discharges(partner));
        await DoorDraw.Ways.SampleAsync(draws => Go(partners, draws), output.WriteLine, iter: 300, threads: 4, print: draws => string.Join('\n', draws.Select(draw => $"{draw}")));
        output.WriteLine(string.Join('\n', seen.OrderBy(answer => answer.Key).Select(answer => $"{answer.Value} {answer.Key}")));
        Assert.All(Often, what => Assert.Contains(seen.Keys, answer => answer.EndsWith(what, StringComparison.Ordinal)));
    }

    private async Task Go(IReadOnlyDictionary<string, DischargeService.DischargeServiceClient> partners, DoorDraw[] draws)
    {
        var (desk, model) = (await StayDesk.Admitted(partners), new DoorModel());
        var (calls, first) = (new List<DoorCall>(), new Dictionary<DoorCall, DischargeStatus>());
        foreach (var draw in draws)
        {
            var call = draw.Call(calls, model.Version);
            var (repeat, expected) = (first.ContainsKey(call), model.Do(call));
            calls.Add(call);
            foreach (var (answer, status) in await Task.WhenAll(Enumerable.Range(0, draw.Way == "twice" ? 2 : 1).Select(_ => desk.Send(call))))
            {
                Assert.Equal(expected, answer);
                Assert.True(status is null || first.TryAdd(call, status) || status.Equals(first[call]));
            }

            seen.AddOrUpdate(expected.Refused.Length > 0 ? expected.Refused : repeat ? "repeat" : call.Step.What, 1, (_, many) => many + 1);
        }

        foreach (var partner in new[] { "rww", "hbc" })
        {
            var kept = await desk.Full(partner);
            Assert.Equal((model.Told, model.Etag), (StayTold.Of(kept), kept.Etag));
            Assert.Equal(model.History, History(kept));
            Assert.Equal(kept.Allocations.LastOrDefault(), kept.Worker);
        }
    }

    private static IEnumerable<string> History(DischargeStatus kept) =>
    [
        .. kept.Reviews.Select(r => $"review {r.ReviewedAt.ToDateTimeOffset():u} {r.Criteria.Count > 0}"),
        .. kept.PathwayDecisions.Select(d => $"assign {d.DecidedAt.ToDateTimeOffset():u} {d.Pathway.Code} {d.CareTransferHubReferred}"),
        .. kept.Allocations.Select(a => $"allocate {a.Since.ToDateTimeOffset():u} {a.Organization} {a.Worker}"),
        .. kept.Delays.Select(d => $"delay {d.DelayedOn} {d.Reason.Code}"),
    ];
}
