using CsCheck;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Halton.Hub.Access;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Discharge;
using Halton.Hub.Foundation;
using Halton.Hub.Tests.Hosts;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;
using Encounter = Hl7.Fhir.Model.Encounter;
using WardMove = Halton.Hub.Discharge.WardMove;
using WireItem = Halton.Hub.Contracts.Discharge.V1.ImportItem;

namespace Halton.Hub.Tests.Discharge;

/// <summary>Moves between wards: in whatever order they are told, everybody is where they were.</summary>
public sealed class WardMoveTests(OneHub one) : IClassFixture<OneHub>
{
    private static readonly DateTimeOffset Admitted = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly HubUnderTest hub = one.Hub;
    private readonly DischargeService.DischargeServiceClient rww = one.Hub.Discharges("rww");

    [Fact]
    public void Told_in_any_order_they_are_what_a_list_of_places_by_moment_comes_to() => Gen.Select(Gen.Int[1, 12], Gen.Int[0, 3]).Array[0, 14].Sample(moves =>
    {
        var stay = Opened();
        var places = new SortedDictionary<DateTimeOffset, string> { [Admitted] = "W0" };
        foreach (var (hour, number) in moves)
        {
            var (at, ward) = (Admitted.AddHours(hour), $"W{number}");
            var expected = places.ContainsKey(at) ? "MOVED_AT_THAT_MOMENT" : places.Last(p => p.Key <= at).Value == ward ? "ALREADY_ON_WARD" : "";
            Assert.Equal(expected, Told(stay, ward, at));
            if (expected.Length == 0)
            {
                places[at] = ward;

                // Who was there already did not move there later.
                if (places.FirstOrDefault(p => p.Key > at) is { Value: { } next } later && next == ward)
                {
                    places.Remove(later.Key);
                }
            }
        }

        Assert.Equal(places.Values.Last(), stay.Ward);
        Assert.Equal(places.Skip(1).Select(p => (p.Key, p.Value)), stay.WardMoves.Select(m => (m.MovedAt, m.To)));
        Assert.Equal(places.Values.SkipLast(1), stay.WardMoves.Select(m => m.From));
        for (var hour = 0; hour < 14; hour++)
        {
            var moment = Admitted.AddHours(hour);
            Assert.Equal(places.Last(p => p.Key <= moment).Value, WardMove.At(stay.WardMoves, stay.Ward, moment));
        }
    });

    [Fact]
    public async Task A_round_finds_everybody_on_the_ward_where_they_are_and_on_a_past_day_where_they_were()
    {
        var (first, second, third) = (Ward(), Ward(), Ward());
        var id = (await rww.RecordAdmissionAsync(Admission(a => (a.Ward, a.AdmittedAt) = (first, HoursAgo(24 * 6))))).DischargeId;
        await rww.MoveToWardAsync(Move(id, third, 24));
        var told = await rww.MoveToWardAsync(Move(id, second, 24 * 4));
        Assert.Equal((third, "d3"), (told.Ward, told.Etag));
        Assert.Equal([(first, second), (second, third)], told.WardMoves.Select(m => (m.From, m.To)));

        (string Ward, int DaysAgo)[] there = [(first, 5), (second, 2), (third, 0)];
        foreach (var (ward, daysAgo) in there)
        {
            foreach (var other in new[] { first, second, third })
            {
                var round = await Round(other, daysAgo);
                Assert.Equal(other == ward ? [(id, ward)] : [], round.Entries.Select(e => (e.Discharge.DischargeId, e.Discharge.Ward)));
            }

            Assert.Contains((await Round(null, daysAgo)).Counts.Wards, w => w.Code == ward && w.Count == 1);
        }

        var listed = await rww.ListDischargesAsync(new() { Ward = third });
        Assert.Equal([id], listed.Discharges.Select(d => d.DischargeId));
        Assert.Equal(2, await hub.Value<long>("select count(*) from events.event where kind = 'discharge.ward-moved' and record_id = $1", Guid.Parse(id)));
    }

    [Fact]
    public async Task Every_door_tells_them()
    {
        var admission = Admission();
        var id = (await rww.RecordAdmissionAsync(admission)).DischargeId;
        var moved = (await hub.GraphWith(
            await hub.Token("rww"), TrustedDocuments.ByName["care-move-to-ward.graphql"], new { input = new { requestId = RequestId(), dischargeId = id, ward = "Next Ward", movedAt = HoursAgo(48).ToDateTimeOffset() } })).Data("moveToWard");
        Assert.Equal(("Next Ward", "Test Ward", "d2"), (moved.At("ward").GetString(), moved.At("wardMoves.0.from").GetString(), moved.At("etag").GetString()));

        var encounter = (Encounter)(await hub.Fhir("rww", $"Encounter/{id}")).Resource!;
        Assert.Equal(["Next Ward", "Test Ward"], encounter.Location.Skip(1).Select(l => l.Location!.Display));
        Assert.Equal(encounter.Location[1].Period!.Start, encounter.Location[2].Period!.End);
        var journey = (await hub.Graph("rww", "query($n: String!) { journey(nhsNumber: $n) { steps { nodes { happened { code display } } } } }", new { n = admission.NhsNumber })).Data("journey.steps.nodes");
        Assert.Equal(["ward-moved", "admitted"], journey.EnumerateArray().Select(step => step.At("happened.code").GetString()));

        using var feed = rww.ImportUpdates();
        await feed.RequestStream.WriteAsync(new() { Start = new() { FeedId = "moves-" + id } });
        await feed.RequestStream.WriteAsync(new() { Item = new WireItem { ItemKey = "1", SpellIdentifier = admission.SpellIdentifier, WardMove = new() { Ward = "Last Ward", MovedAt = HoursAgo(1) } } });
        await feed.RequestStream.WriteAsync(new() { Item = new WireItem { ItemKey = "2", SpellIdentifier = admission.SpellIdentifier, WardMove = new() { Ward = "Last Ward", MovedAt = HoursAgo(0.5) } } });
        await feed.RequestStream.CompleteAsync();
        var answers = await feed.ResponseStream.ReadAllAsync().ToListAsync();
        Assert.Equal(("d3", "ALREADY_ON_WARD"), (answers[0].Accepted.Etag, answers[1].Rejected.Reason));
        Assert.Equal("Last Ward", (await rww.GetDischargeStatusAsync(new() { DischargeId = id })).Ward);
    }

    [Fact]
    public async Task A_move_that_does_not_fit_is_refused()
    {
        var id = (await rww.RecordAdmissionAsync(Admission())).DischargeId;
        var move = Move(id, "Other Ward", 3);
        await rww.MoveToWardAsync(move);
        Assert.Equal("d2", (await rww.MoveToWardAsync(move)).Etag);
        await rww.MoveToWardAsync(Move(id, "Other Ward", 2)).Refused(StatusCode.FailedPrecondition, "ALREADY_ON_WARD");
        await rww.MoveToWardAsync(new(move) { RequestId = RequestId(), Ward = "Third Ward" }).Refused(StatusCode.AlreadyExists, "MOVED_AT_THAT_MOMENT");
        await rww.MoveToWardAsync(new(Move(id, "Third Ward", 1)) { Etag = "d1" }).Refused(StatusCode.Aborted, "ETAG_MISMATCH");
        await rww.MoveToWardAsync(Move(id, "Third Ward", 121)).NamesField("moved_at", "BEFORE_ADMISSION");
        await rww.MoveToWardAsync(Move(id, "Third Ward", -1)).NamesField("moved_at", "IN_THE_FUTURE");
        await rww.MoveToWardAsync(Move(id, "", 1)).NamesField("ward", "REQUIRED");
        await rww.MoveToWardAsync(Move(id, new string('w', 61), 1)).NamesField("ward", "TOO_LONG");
        await hub.Discharges("rbn").MoveToWardAsync(Move(id, "Third Ward", 1)).Refused(StatusCode.NotFound, "DISCHARGE_NOT_FOUND");
        await hub.Discharges("hbc").MoveToWardAsync(Move(id, "Third Ward", 1)).Refused(StatusCode.PermissionDenied, "KIND_NOT_ALLOWED");
        await rww.CancelDischargeAsync(Cancel(id, "d2"));
        await rww.MoveToWardAsync(Move(id, "Third Ward", 1)).Refused(StatusCode.FailedPrecondition, "STAY_CLOSED");
    }

    private static string Told(Stay stay, string ward, DateTimeOffset at)
    {
        try
        {
            stay.Move(ward, at);
            return "";
        }
        catch (Fault fault)
        {
            return fault.Reason;
        }
    }

    private static Stay Opened() => new()
    {
        Id = Guid.CreateVersion7(),
        Trust = "RWW",
        Site = "RWWWH",
        Ward = "W0",
        SpellIdentifier = "S",
        NhsNumberStatus = "07",
        AdmittedAt = Admitted,
        ChangedAt = Admitted,
    };

    private static MoveToWardRequest Move(string id, string ward, double hoursAgo) => new() { RequestId = RequestId(), DischargeId = id, Ward = ward, MovedAt = HoursAgo(hoursAgo) };

    private static string Ward() => "Ward " + RequestId()[^8..];

    private async Task<Contracts.Discharge.V1.BoardRound> Round(string? ward, int daysAgo) => await rww.GetBoardRoundAsync(new()
    {
        Site = "RWWWH",
        Ward = ward ?? "",
        Date = daysAgo == 0 ? "" : $"{TimeProvider.System.Today().AddDays(-daysAgo):yyyy-MM-dd}",
    });
}
