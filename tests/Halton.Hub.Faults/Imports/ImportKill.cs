using System.Diagnostics;
using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Scenarios;
using Npgsql;

namespace Halton.Hub.Faults.Imports;

/// <summary>
/// The hub is killed in the middle of a trust's feed, and the feed sent again from some way back: every good item is applied once, every bad one is reported, by its name and as
/// often as it is sent.
/// </summary>
internal sealed class ImportKill : IScenario
{
    private const int SentAgain = 300;

    public string Name => "import-kill";

    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var feed = new Nightly($"{context.Stamp}-{context.Seed}", context.Items);
        using var door = new HubDoor(context.Hub, "rww", "RWW");
        await using var source = NpgsqlDataSource.Create(context.Hub.OwnerConnection);
        var (told, random, began) = (new Told(feed.Count), new Random(context.Seed), Stopwatch.GetTimestamp());
        var killing = Kill(context, told, ct);
        while (told.Next < feed.Count)
        {
            try
            {
                await Send(door, feed, told, Math.Max(0, told.Next - random.Next(SentAgain)), ct);
            }
            catch (Exception e) when (HubDoor.MayRetry(e) || e is RpcException { StatusCode: StatusCode.Internal or StatusCode.Unknown } or InvalidOperationException or IOException)
            {
                await door.Recover(e);
            }
        }

        var took = Stopwatch.GetElapsedTime(began);
        await killing;
        return new Outcome(
            $"{context.Kills} times kill -9 of the hub in a feed of {feed.Count} items, {feed.Bad} of them bad; {told.Answers} answers, {told.Before} of them for items applied before; {feed.Count / took.TotalSeconds:F0} items a second, kills and all",
            [Reported(feed, told), Fresh(told), await Applied(source, feed, ct)]);
    }

    private static async Task Send(HubDoor door, Nightly feed, Told told, int from, CancellationToken ct)
    {
        using var call = door.Calls.ImportUpdates(await door.Options(HubDoor.NewTrace(), TimeSpan.FromMinutes(25), ct));
        var sending = Task.Run(
            async () =>
            {
                await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = feed.Spells } }, ct);
                for (var item = from; item < feed.Count; item++)
                {
                    await call.RequestStream.WriteAsync(new() { Item = feed.Item(item) }, ct);
                }

                await call.RequestStream.CompleteAsync();
            },
            ct);
        try
        {
            for (var item = from; await call.ResponseStream.MoveNext(ct); item++)
            {
                told.Take(item, call.ResponseStream.Current);
            }
        }
        finally
        {
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Kill(FaultContext context, Told told, CancellationToken ct)
    {
        for (var kill = 1; kill <= context.Kills; kill++)
        {
            while (told.Next < (long)context.Items * kill / (context.Kills + 1))
            {
                await Task.Delay(5, ct);
            }

            await context.Hub.Kill();
            context.Hub.Launch();
            await context.Hub.Ready(ct);
        }
    }

    private static Verdict Reported(Nightly feed, Told told)
    {
        var wrong = Enumerable.Range(0, feed.Count).Where(item => told.Outcome[item] != (Nightly.IsBad(item) ? "CODE_UNKNOWN" : "accepted"));
        return new Verdict("reported", "every good item is accepted, every bad one refused by name, answers in order", $"{feed.Count} items, {feed.Bad} bad", [.. told.Disorder.Concat(wrong.Take(20).Select(item => $"item {item}: {told.Outcome[item]}"))]);
    }

    private static Verdict Fresh(Told told) =>
        new("fresh", "no item is told twice to have been applied just now", $"{told.Before} told to have been applied before", [.. told.AppliedNow.Select((times, item) => (times, item)).Where(one => one.times > 1).Take(20).Select(one => $"item {one.item}: {one.times} times")]);

    private static async Task<Verdict> Applied(NpgsqlDataSource source, Nightly feed, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            with stays as (select s.id, s.state, s.version from discharge.stay s where starts_with(s.spell_identifier, $1)),
                told as (select s.id, count(e.id) as events from stays s left join events.event e on e.record_id = s.id and e.kind like 'discharge.%' and e.kind !~ 'approaching|breached' group by s.id)
            select (select count(*) from stays), (select count(*) from stays where state = 4), coalesce((select max(events) from told), 0), coalesce((select min(events) from told), 0),
                (select count(*) from discharge.criteria_review r join stays s on s.id = r.stay_id), (select count(*) from discharge.pathway_decision d join stays s on s.id = d.stay_id)
            """);
        command.Parameters.Add(new() { Value = feed.Spells });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        long[] found = [.. Enumerable.Range(0, 6).Select(row.GetInt64)];
        long[] expected = [feed.Stays, feed.Stays, Nightly.OfAStay, Nightly.OfAStay, 2L * feed.Stays, feed.Stays];
        return new Verdict(
            "applied",
            "every good item is applied once: five events a stay, two reviews, one decision, and everybody has left",
            $"{found[0]} stays, {found[4]} reviews",
            found.SequenceEqual(expected) ? [] : [$"stays, left, most and least events, reviews, decisions: {string.Join(" ", found)}, not {string.Join(" ", expected)}"]);
    }

    /// <summary>What was answered to each item.</summary>
    private sealed class Told(int count)
    {
        private int next;

        public string[] Outcome { get; } = new string[count];

        public int[] AppliedNow { get; } = new int[count];

        public List<string> Disorder { get; } = [];

        public int Next => Volatile.Read(ref next);

        public int Answers { get; private set; }

        public int Before { get; private set; }

        public void Take(int item, ImportUpdatesResponse answer)
        {
            Answers++;
            if (answer.ItemKey != $"i{item}" && Disorder.Count < 20)
            {
                Disorder.Add($"the answer to item {item} was for {answer.ItemKey}");
            }

            var outcome = answer.Accepted is null ? answer.Rejected.Reason : "accepted";
            if (Outcome[item] is { } said && said != outcome && Disorder.Count < 20)
            {
                Disorder.Add($"item {item} was {said}, then {outcome}");
            }

            Outcome[item] = outcome;
            Before += answer.Accepted is { AppliedBefore: true } ? 1 : 0;
            AppliedNow[item] += answer.Accepted is { AppliedBefore: false } ? 1 : 0;
            if (item >= next)
            {
                Volatile.Write(ref next, item + 1);
            }
        }
    }
}
