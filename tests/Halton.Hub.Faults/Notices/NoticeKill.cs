using Grpc.Core;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Contracts.Fhir.V1;
using Halton.Hub.Contracts.Referral.V1;
using Halton.Hub.Data;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Load;
using Halton.Hub.Faults.Scenarios;
using Halton.Hub.Notices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Halton.Hub.Faults.Notices;

/// <summary>
/// The hub is killed while it tells a partner's address of referrals: every event arrives, in commit order, and what arrives twice is marked as a repeat.
/// </summary>
internal sealed class NoticeKill : IScenario
{
    private const int Callers = 4;
    private const int HeardBeforeAKill = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Name => "notice-kill";

    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        using var inbox = new Inbox();
        using var door = new HubDoor(context.Hub, "rww", "RWW");
        await using var source = NpgsqlDataSource.Create(context.Hub.OwnerConnection);
        var receiver = await Subscribe(context.Hub.OwnerConnection, inbox.Origin, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var acknowledged = new List<string>();
        var callers = Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Refer(door, acknowledged, stop.Token), ct)).ToList();
        var random = new Random(context.Seed);
        for (var kill = 0; kill < context.Kills; kill++)
        {
            var heard = inbox.Came.Count;
            await Until(() => Task.FromResult(inbox.Came.Count >= heard + HeardBeforeAKill), "notices come", ct);
            await Task.Delay(random.Next(300), ct);
            await context.Hub.Kill();
            context.Hub.Launch();
            await context.Hub.Ready(ct);
        }

        await stop.CancelAsync();
        await Task.WhenAll(callers);
        await Until(async () => await Count(source, "select count(*) from events.event e, notices.receiver r where r.id = $1 and 'RWW' = any (e.audience) and e.kind like 'referral.%' and (e.xid, e.position) > (r.xid, r.position)", receiver, ct) == 0
            && await Count(source, "select count(*) from notices.notice where receiver_id = $1 and state = 'pending'", receiver, ct) == 0, "the line is empty", ct);
        var told = await Told(source, receiver, ct);
        await Execute(source, "update notices.receiver set paused = true where id = $1", receiver, ct);
        return new Outcome(
            $"{context.Kills} times kill -9 of the hub between notices; {acknowledged.Count} referrals acknowledged, {told.Count} events told, {inbox.Came.Count} notices came",
            [Arrived(inbox, told), Marked(inbox), Ordered(inbox, told), await Lined(source, receiver, acknowledged, ct)]);
    }

    private static async Task<Guid> Subscribe(string owner, string origin, CancellationToken ct)
    {
        await using var db = new HubDb(HubDbDesign.Options().UseNpgsql(owner).Options);
        await new AllowNotices(db, TimeProvider.System).Run(origin, allowed: true, ct);
        return await new AddNoticeReceiver(db, TimeProvider.System).Run("RWW", origin + "/hub", ["referral."], ct);
    }

    private static async Task Refer(HubDoor door, List<string> acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var request = new CreateReferralRequest
            {
                RequestId = Guid.CreateVersion7().ToString(),
                Service = "hicafs",
                Patient = new Patient { Name = new HumanName { Family = "Faultley", Given = { "Ada" } } },
                NhsNumberStatus = new Coding { Code = "03" },
                Tier = new Coding { Code = "halton-72h" },
                ReasonText = "Needs help for some weeks.",
            };
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    var made = await door.Referrals.CreateReferralAsync(request, await door.Options(HubDoor.NewTrace(), TimeSpan.FromSeconds(10), CancellationToken.None));
                    lock (acknowledged)
                    {
                        acknowledged.Add(made.ReferralId);
                    }

                    break;
                }
                catch (Exception e) when (HubDoor.MayRetry(e) || e is RpcException { StatusCode: StatusCode.NotFound })
                {
                    // A hub that was seeded a moment ago reads its services anew within seconds.
                    await door.Recover(e);
                }
            }

            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static Verdict Arrived(Inbox inbox, List<Guid> told)
    {
        var came = inbox.Came.Select(c => c.Event).ToHashSet();
        return new Verdict("arrived", "every event arrives", $"{told.Count} events", [.. told.Where(e => !came.Contains(e)).Take(20).Select(e => $"{e} never came")]);
    }

    private static Verdict Marked(Inbox inbox)
    {
        var repeats = inbox.Came.GroupBy(c => c.Event).Where(same => same.Count() > 1).ToList();
        return new Verdict(
            "marked",
            "what comes twice is marked as a repeat",
            $"{repeats.Count} came twice",
            [.. repeats.Where(same => same.Skip(1).Zip(same, (later, earlier) => later.Attempt <= earlier.Attempt).Any(unmarked => unmarked)).Take(20).Select(same => $"{same.Key} came as {string.Join(", ", same.Select(c => c.Attempt))}")]);
    }

    private static Verdict Ordered(Inbox inbox, List<Guid> told)
    {
        var first = inbox.Came.Select(c => c.Event).Distinct().ToList();
        var wrong = first.Zip(told).Count(pair => pair.First != pair.Second);
        return new Verdict("ordered", "events come in commit order", $"{first.Count} events", wrong == 0 ? [] : [$"{wrong} stand elsewhere"]);
    }

    private static async Task<Verdict> Lined(NpgsqlDataSource source, Guid receiver, List<string> acknowledged, CancellationToken ct)
    {
        var dead = await Count(source, "select count(*) from notices.notice where receiver_id = $1 and state <> 'sent'", receiver, ct);
        await using var command = source.CreateCommand("select count(*) from unnest($2::uuid[]) a where not exists (select from notices.notice n where n.receiver_id = $1 and n.record_id = a)");
        command.Parameters.Add(new() { Value = receiver });
        command.Parameters.Add(new() { Value = acknowledged.Select(Guid.Parse).ToArray() });
        var missing = (long)(await command.ExecuteScalarAsync(ct))!;
        return new Verdict("lined", "every acknowledged referral is in the line, and sent", $"{acknowledged.Count} acknowledged", [.. new[] { (dead, "not sent"), (missing, "not in the line") }.Where(f => f.Item1 > 0).Select(f => $"{f.Item1} {f.Item2}")]);
    }

    private static async Task<List<Guid>> Told(NpgsqlDataSource source, Guid receiver, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select n.event_id from notices.notice n join events.event e on e.id = n.event_id where n.receiver_id = $1 order by e.xid, e.position");
        command.Parameters.Add(new() { Value = receiver });
        await using var row = await command.ExecuteReaderAsync(ct);
        var told = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            told.Add(row.GetGuid(0));
        }

        return told;
    }

    private static async Task<long> Count(NpgsqlDataSource source, string sql, Guid receiver, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = receiver });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task Execute(NpgsqlDataSource source, string sql, Guid receiver, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = receiver });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task Until(Func<Task<bool>> condition, string what, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"It took too long until {what}.");
            }

            await Task.Delay(50, ct);
        }
    }
}
