using Halton.Hub.Clock;
using Halton.Hub.Faults.Checks;
using Halton.Hub.Faults.Clocks;
using Npgsql;

namespace Halton.Hub.Faults.Scenarios;

/// <summary>
/// Two nodes share a clock whose probe fires each second. One is killed in the middle of a firing and started again, one is stopped in the
/// middle of a firing for longer than the other waits, and woken: each slot must have one effect, a struck one within ten seconds, and the
/// history must say what became of each. Without fences a slot must be seen to have two.
/// </summary>
internal sealed class TwoClocks(bool fenced) : IScenario
{
    private const int SlotsEachFault = 10;
    private const int FewestSlots = 40;
    private const int SlotsWithoutFence = 20;
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan GivenUp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BeforeItIsBack = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongerThanTheOtherWaits = TimeSpan.FromSeconds(9);

    private const string Tables = """
        create schema if not exists probe;
        create table if not exists probe.begun (clock text not null, slot timestamptz not null, pid int not null, at timestamptz not null default clock_timestamp());
        create table if not exists probe.effect (clock text not null, slot timestamptz not null, pid int not null, at timestamptz not null default clock_timestamp())
        """;

    private const string Effects = "select slot, at from probe.effect where clock = $1 order by at";

    /// <inheritdoc />
    public string Name => fenced ? "two-clocks" : "control-clocks-without-fence";

    /// <inheritdoc />
    public async Task<Outcome> Run(FaultContext context, CancellationToken ct)
    {
        var (owner, clock) = (context.Hub.OwnerConnection, $"{Name}-{context.Stamp}");
        await using var source = NpgsqlDataSource.Create(owner);
        await using var tables = source.CreateCommand(Tables);
        await tables.ExecuteNonQueryAsync(ct);
        using var first = new ClockNodeProcess(source, owner, clock, fenced, Log("first"));
        using var second = new ClockNodeProcess(source, owner, clock, fenced, Log("second"));
        await first.Launch(ct);
        await second.Launch(ct);

        var slots = fenced ? Math.Max(FewestSlots, context.Kills * SlotsEachFault) : SlotsWithoutFence;
        var (kills, pauses) = (0, 0);
        var strikes = new List<Strike>();
        while (await Count(source, clock, ct) < slots || (fenced && kills < context.Kills))
        {
            var paused = await Busy(killed: false, node => node.Pause());
            await Task.Delay(LongerThanTheOtherWaits, ct);
            await paused.Wake();
            pauses++;
            await OverWith(strikes[^1]);
            if (!fenced)
            {
                continue;
            }

            var killed = await Busy(killed: true, node => node.Kill());
            kills++;
            await Task.Delay(BeforeItIsBack, ct);
            await killed.Launch(ct);
            await OverWith(strikes[^1]);
        }

        var effects = await Read(source, clock, ct);
        return new Outcome(
            $"two nodes, a firing each second, {(fenced ? "" : "no fence, ")}{pauses} times SIGSTOP for {LongerThanTheOtherWaits.TotalSeconds:0} s, {kills} times kill -9, each in the middle of a firing",
            fenced ? [Once(effects), TakenOver(effects, strikes), await Recorded(source, effects, strikes, ct)] : [Once(effects)],
            fenced ? null : "once");

        async Task<ClockNodeProcess> Busy(bool killed, Func<ClockNodeProcess, Task> strike)
        {
            while (true)
            {
                foreach (var node in new[] { first, second })
                {
                    if (await node.Busy(ct) is { } slot)
                    {
                        var at = TimeProvider.System.GetUtcNow();
                        await strike(node);
                        strikes.Add(new Strike(slot, at, TimeProvider.System.GetUtcNow(), killed));
                        return node;
                    }
                }

                await Task.Delay(5, ct);
            }
        }

        // One fault at a time: the promise is for a node that dies, not for one that dies while it takes over.
        async Task OverWith(Strike strike)
        {
            var began = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(began) < GivenUp && !(await Read(source, clock, ct)).Exists(effect => effect.Slot == strike.Slot))
            {
                await Task.Delay(50, ct);
            }
        }

        string Log(string node) => context.HistoryFile($"{Name}-{node}");
    }

    private static Verdict Once(IReadOnlyList<(DateTimeOffset Slot, DateTimeOffset At)> effects)
    {
        var bySlot = effects.GroupBy(e => e.Slot).ToDictionary(slot => slot.Key, slot => slot.Count());
        var (from, until) = (bySlot.Keys.Min(), bySlot.Keys.Max());
        var all = Enumerable.Range(0, (int)(until - from).TotalSeconds + 1).Select(second => from.AddSeconds(second));
        return new Verdict("once", "each slot has one committed effect", $"{bySlot.Count} slots", [.. all.Where(slot => bySlot.GetValueOrDefault(slot) != 1).Select(slot => $"slot {slot:HH:mm:ss} has {bySlot.GetValueOrDefault(slot)} effects")]);
    }

    private static Verdict TakenOver(IReadOnlyList<(DateTimeOffset Slot, DateTimeOffset At)> effects, List<Strike> strikes)
    {
        var silence = effects.Zip(effects.Skip(1), (one, next) => next.At - one.At).Max();
        var done = effects.ToLookup(e => e.Slot, e => e.At);
        var waits = strikes.Select(strike => (strike.Slot, Took: done[strike.Slot].Select(at => (TimeSpan?)(at - strike.At)).FirstOrDefault())).ToList();
        return new Verdict(
            "recovery",
            "another node does a struck firing within 10 s",
            $"{strikes.Count} strikes, longest {waits.Max(w => w.Took ?? TimeSpan.MaxValue).TotalSeconds:0.0} s, nothing at all committed for {silence.TotalSeconds:0.0} s at most",
            [.. waits.Where(w => w.Took is not { } took || took > Promise).Select(w => $"slot {w.Slot:HH:mm:ss} was done after {w.Took?.TotalSeconds.ToString("0.0", null) ?? "ever so many"} s")]);
    }

    private static async Task<Verdict> Recorded(NpgsqlDataSource source, IReadOnlyList<(DateTimeOffset Slot, DateTimeOffset At)> effects, List<Strike> strikes, CancellationToken ct)
    {
        var runs = await new RunHistory(source).Last("Probe", 5000, ct);
        var bySlot = runs.ToLookup(run => run.Slot, run => run.Outcome);
        var unsaid = effects.Where(e => bySlot[e.Slot].Count(outcome => outcome == RunOutcome.Succeeded) != 1).Select(e => $"slot {e.Slot:HH:mm:ss} has {bySlot[e.Slot].Count(o => o == RunOutcome.Succeeded)} runs that succeeded");
        // A paused node that wakes before it was taken for dead ends its run itself, and so did one that was done when the signal came.
        var done = effects.ToLookup(e => e.Slot, e => e.At);
        var unlost = strikes.Where(strike => strike.Killed && done[strike.Slot].All(at => at > strike.Over) && !bySlot[strike.Slot].Contains(RunOutcome.Lost)).Select(strike => $"slot {strike.Slot:HH:mm:ss} was killed and has no run that was lost");
        return new Verdict("history", "a slot has one run that succeeded, a killed one also one that was lost", $"{runs.Count} runs, {runs.Count(run => run.Outcome == RunOutcome.Lost)} lost", [.. unsaid, .. unlost]);
    }

    private static async Task<long> Count(NpgsqlDataSource source, string clock, CancellationToken ct) => (await Read(source, clock, ct)).Select(e => e.Slot).Distinct().LongCount();

    private static async Task<List<(DateTimeOffset Slot, DateTimeOffset At)>> Read(NpgsqlDataSource source, string clock, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Effects);
        command.Parameters.Add(new() { Value = clock });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(DateTimeOffset, DateTimeOffset)>();
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)));
        }

        return found;
    }

    private sealed record Strike(DateTimeOffset Slot, DateTimeOffset At, DateTimeOffset Over, bool Killed);
}
