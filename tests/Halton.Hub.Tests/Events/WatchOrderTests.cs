using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Npgsql;
using Xunit;
using static Halton.Hub.Tests.Hosts.People;

namespace Halton.Hub.Tests.Events;

/// <summary>No event is lost or told twice, whatever order transactions end in and however often a watch is dropped.</summary>
public sealed class WatchOrderTests(OneHub one) : IClassFixture<OneHub>
{
    private const string Ward = "Order Ward";

    private const string Copy = """
        insert into events.event (id, kind, record_id, audience, occurred_at, payload)
        select gen_random_uuid(), kind, record_id, audience, now(), payload from events.event where record_id = $1 limit 1 returning position, id
        """;

    private readonly HubUnderTest hub = one.Hub;

    [Fact]
    public async Task Two_hundred_random_reconnects_under_concurrent_writers_see_exactly_what_was_committed_in_its_order()
    {
        var hbc = hub.Discharges("hbc");
        string token;
        using (var watch = await WatchReader.Open(hbc, ward: Ward))
        {
            token = watch.Token;
        }

        using var stop = new CancellationTokenSource();
        var writers = new[] { "rww", "rww", "rbn" }.Select(partner => Task.Run(() => Write(hub.Discharges(partner), partner == "rbn" ? "RBN01" : "RWWWH", stop.Token))).ToList();
        var random = new Random(20261124);
        var seen = new List<Guid>();
        for (var i = 0; i < 200; i++)
        {
            using var watch = await Reopen(hbc, token);
            await Read(watch, random.Next(6), seen);
            token = watch.Token;
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
        var committed = await hub.Value<Guid[]>(
            "select array_agg(id order by xid, position) from events.event where 'E06000006' = any (audience) and payload ->> 'Ward' = $1", Ward);
        using (var watch = await Reopen(hbc, token))
        {
            await Read(watch, committed.Length - seen.Count, seen);
        }

        Assert.True(committed.Length > 300, $"only {committed.Length} events");
        Assert.Equal(committed, seen);
    }

    [Fact]
    public async Task An_event_that_commits_late_is_told_although_a_read_by_position_alone_misses_it()
    {
        var rww = hub.Discharges("rww");
        var admitted = await rww.RecordAdmissionAsync(Admission(a => a.Ward = "Late Ward"));
        using var watch = await WatchReader.Open(rww, ward: "Late Ward");
        var lastByPosition = await hub.Value<long>("select max(position) from events.event");
        await using var held = await hub.Database.OpenConnectionAsync();
        await using var transaction = await held.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(Copy, held, transaction) { Parameters = { new() { Value = Guid.Parse(admitted.DischargeId) } } };
        Guid late;
        await using (var reader = await insert.ExecuteReaderAsync())
        {
            Assert.True(await reader.ReadAsync());
            Assert.True(reader.GetInt64(0) > lastByPosition);
            late = reader.GetGuid(1);
        }

        var early = await rww.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 3));
        var naive = await NaiveRead(lastByPosition, admitted.DischargeId);
        await transaction.CommitAsync();
        naive = [.. naive, .. await NaiveRead(naive.Max(n => n.Position), admitted.DischargeId)];

        // A watch from "now" may retell the admission; what must not happen is that the late event is passed over.
        var told = await watch.Take(2);
        if (told[0].Event.EventId != late.ToString())
        {
            told = [told[1], .. await watch.Take(1)];
        }

        Assert.Equal(late.ToString(), told[0].Event.EventId);
        Assert.Equal(early, told[1].Event.Discharge);
        Assert.Equal(["discharge.criteria-reviewed"], naive.Select(n => n.Kind));
    }

    private static async Task<WatchReader> Reopen(DischargeService.DischargeServiceClient client, string token)
    {
        while (true)
        {
            try
            {
                return await WatchReader.Open(client, token, Ward);
            }
            catch (RpcException full) when (full.StatusCode == StatusCode.ResourceExhausted)
            {
                // The node has not noticed yet that the watches before were dropped.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    private static async Task Read(WatchReader watch, int events, List<Guid> seen) =>
        seen.AddRange((await watch.Take(events)).Select(e => Guid.Parse(e.Event.EventId)));

    private static async Task Write(DischargeService.DischargeServiceClient client, string site, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var admitted = await client.RecordAdmissionAsync(Admission(a => (a.Site, a.Ward) = (site, Ward)), cancellationToken: CancellationToken.None);
            await client.ReviewCriteriaToResideAsync(Review(admitted.DischargeId, 2), cancellationToken: CancellationToken.None);
        }
    }

    private async Task<List<(long Position, string Kind)>> NaiveRead(long behind, string record)
    {
        await using var command = hub.Database.CreateCommand("select position, kind from events.event where position > $1 and record_id = $2 order by position");
        command.Parameters.Add(new() { Value = behind });
        command.Parameters.Add(new() { Value = Guid.Parse(record) });
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(long, string)>();
        while (await reader.ReadAsync())
        {
            found.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return found;
    }
}
