using Grpc.Core;
using Halton.Hub.CareHomes.Homes;
using Halton.Hub.Contracts.Discharge.V1;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Tests.Placement;
using static Halton.Hub.Tests.Hosts.People;
using WireItem = Halton.Hub.Contracts.Discharge.V1.ImportItem;

namespace Halton.Hub.Tests.Discharge;

/// <summary>A night's feed with much wrong in it, about new stays and about some with offers and care packages; from the same seed the same lines, about other people.</summary>
internal sealed class Night
{
    private const int New = 25;
    private readonly List<NightStay> stays;
    private readonly string[] numbers = [.. Enumerable.Range(0, New).Select(_ => NhsNumber())];

    private Night(DateTimeOffset now, IEnumerable<NightStay> before) =>
        stays = [.. Enumerable.Range(0, New).Select(n => new NightStay($"new{n}", now)), .. before];

    /// <summary>The spells of all stays, in an order that is the same for each night.</summary>
    public string[] Spells => [.. stays.Select(stay => stay.Spell)];

    /// <summary>Makes the stays that there were before.</summary>
    public static async Task<Night> Begin(HubUnderTest hub, BedWorld world, CareHome home, DateTimeOffset now)
    {
        var before = new List<NightStay>();
        for (var n = 0; n < 2; n++)
        {
            var offered = await world.Ready();
            await world.Offered(home, await world.Assessed(offered));
            before.Add(new NightStay($"offered{n}", now, n == 0 ? offered.Id.ToString() : null, offered.SpellIdentifier));
            var spell = $"N-{RequestId()}";
            var held = await hub.Discharges("rww").RecordAdmissionAsync(Admission(a => (a.SpellIdentifier, a.AdmittedAt) = (spell, Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(now.AddHours(-120)))));
            await hub.Discharges("rww").HoldCarePackageAsync(new() { RequestId = RequestId(), DischargeId = held.DischargeId, Provider = "HOME-CARE-1" });
            before.Add(new NightStay($"held{n}", now, n == 0 ? held.DischargeId : null, spell));
        }

        return new Night(now, before);
    }

    /// <summary>The lines, each stay's in some order of their own among the others.</summary>
    public WireItem[] Lines(int seed)
    {
        var random = new Random(seed);
        var told = stays.Select((stay, n) => new Queue<WireItem>(Story(stay, n, random))).ToList();
        var lines = new List<WireItem>();
        while (told.Count > 0)
        {
            var next = told[random.Next(told.Count)];
            for (var several = random.Next(4); several >= 0 && next.Count > 0; several--)
            {
                lines.Add(next.Dequeue());
            }

            told.RemoveAll(queue => queue.Count == 0);
        }

        return [.. lines];
    }

    /// <summary>Sends lines in one go, or each after the answer to the one before.</summary>
    public static async Task<List<ImportUpdatesResponse>> Send(AsyncDuplexStreamingCall<ImportUpdatesRequest, ImportUpdatesResponse> call, IReadOnlyList<WireItem> lines, bool oneByOne)
    {
        var answers = new List<ImportUpdatesResponse>(lines.Count);
        await call.RequestStream.WriteAsync(new() { Start = new() { FeedId = RequestId() } });
        var sending = oneByOne ? Task.CompletedTask : Task.Run(async () =>
        {
            foreach (var line in lines)
            {
                await call.RequestStream.WriteAsync(new() { Item = line });
            }
        });
        foreach (var line in lines)
        {
            await (oneByOne ? call.RequestStream.WriteAsync(new() { Item = line }) : Task.CompletedTask);
            await call.ResponseStream.MoveNext(CancellationToken.None);
            answers.Add(call.ResponseStream.Current);
        }

        await sending;
        await call.RequestStream.CompleteAsync();
        return answers;
    }

    private List<WireItem> Story(NightStay stay, int n, Random random)
    {
        List<WireItem> lines = n < New ? [stay.Admit(0, random.Next(3) == 0 ? null : numbers[n], random.Next(12) == 0 ? "NO-SITE" : "RWWWH")] : [];
        lines.AddRange(
            stay.Review(1, 80, "02"), stay.Review(2, 50), stay.Assign(3, $"P{random.Next(4)}"), stay.Allocate(4), stay.Start(5), stay.Assign(6, $"P{random.Next(4)}", 20), stay.Delay(7), stay.Review(8, random.Next(2) == 0 ? 50 : 10));
        lines.Add(random.Next(4) == 0 ? stay.Cancel(9) : stay.Leave(9));
        if (random.Next(4) == 0)
        {
            lines.Insert(random.Next(lines.Count), stay.Review(10, 15, "99"));
        }

        if (random.Next(4) == 0)
        {
            lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)].Clone());
        }

        if (random.Next(4) == 0)
        {
            lines.RemoveAt(random.Next(lines.Count));
        }

        if (n < New && random.Next(5) == 0)
        {
            lines.AddRange(stay.Admit(11, random.Next(2) == 0 ? null : numbers[n]), stay.Review(12, 45));
        }

        return lines;
    }
}
