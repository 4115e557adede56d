using Halton.Hub.Bench.Graph;
using Halton.Hub.Bench.Hostile;
using Halton.Hub.Bench.Hubs;
using Halton.Hub.Bench.Load;
using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Rows;

/// <summary>What one partner's hostile documents cost the hub, and what they do to another partner's ordinary search.</summary>
internal static class HostileDocumentsRow
{
    private const double MostAlone = 5;
    private const double MostBeside = 2;
    private const double PerSecond = 100;
    private const int Neighbours = 16;
    private const int Tries = 200;

    /// <summary>Measures it.</summary>
    public static async Task<RowResult> Measure(BenchOptions options, CancellationToken ct)
    {
        await using var hub = await HubProcess.Start(options, await DataFolders.Seeded(options, 1, ct), ct);
        await hub.Database.RaiseRate(ct, SearchDocument.Partner, Attack.Partner);
        using var neighbour = hub.TokensOf(SearchDocument.Partner, SearchDocument.Purpose);
        using var attacker = hub.TokensOf(Attack.Partner, SearchDocument.Purpose);
        using var callers = SearchDocument.Callers(hub, neighbour, 20, Neighbours);
        using var attack = new Attack(hub.Http, attacker);
        Progress.Say("warming up");
        await callers.For(options.WarmUp, ct);
        var warm = await attack.For(options.WarmUp, ct);
        Progress.Say($"refused in warm-up: {Show.Whole(warm.PerSecond)}/s, wrong {warm.Errors} {warm.FirstError}");
        var alone = new List<(string Kind, Calls Calls)>();
        foreach (var kind in Corpus.Kinds)
        {
            alone.Add((kind.Name, await attack.Alone(kind, Math.Max(Tries, kind.Bodies.Count))));
            Progress.Say($"{kind.Name}: p99 {Show.Two(alone[^1].Calls.Within(0.99))} ms, most {Show.Two(alone[^1].Calls.Within(1))} ms, wrong {alone[^1].Calls.Errors} {alone[^1].Calls.FirstError}");
        }

        var rounds = new List<Beside>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var without = await callers.At(PerSecond, options.Round, ct);
            var attacking = attack.For(options.Round, ct);
            var under = await callers.At(PerSecond, options.Round, ct);
            rounds.Add(new Beside(without, under, await attacking));
            Progress.Say($"neighbour's p99 {Show.Two(under.Within(0.99))} ms under {Show.Whole(rounds[^1].Attack.PerSecond)} attacks/s, {Show.Two(without.Within(0.99))} ms without, errors {under.Errors + without.Errors} {under.FirstError}");
        }

        return Told(alone, rounds, warm.Errors);
    }

    private static RowResult Told(IReadOnlyList<(string Kind, Calls Calls)> alone, IReadOnlyList<Beside> rounds, int wrong)
    {
        var slowest = alone.MaxBy(kind => kind.Calls.Within(0.99));
        var (under, without) = (Median(r => r.Under.Within(0.99)), Median(r => r.Without.Within(0.99)));
        var taken = wrong + alone.Sum(kind => kind.Calls.Errors) + rounds.Sum(r => r.Attack.Errors);
        var errors = rounds.Sum(r => r.Under.Errors + r.Without.Errors);
        return new RowResult(
            "no attack",
            [
                .. alone.Select(kind => new Figure($"{kind.Kind}: p99 (most) alone, ms", $"{Show.Two(kind.Calls.Within(0.99))} ({Show.Two(kind.Calls.Within(1))})")),
                new Figure("attacks refused a second", Show.Whole(Median(r => r.Attack.PerSecond))),
                Line("neighbour's p50, ms", r => r.Under.Within(0.5), r => r.Without.Within(0.5)),
                Line("neighbour's p99, ms", r => r.Under.Within(0.99), r => r.Without.Within(0.99)),
            ],
            [
                new Promise("every hostile request is refused", $"{Show.Whole(taken)} were not", taken == 0),
                new Promise("each kind ≤ 5 ms (p99 alone)", $"{slowest.Kind}: {Show.Two(slowest.Calls.Within(0.99))} ms", slowest.Calls.Within(0.99) <= MostAlone),
                new Promise("neighbour's p99 ≤ 2 × its p99 without the attack", Show.Two(under / without), under <= MostBeside * without),
                new Promise("no errors for the neighbour", Show.Whole(errors), errors == 0),
            ],
            [$"The neighbour asks {PerSecond} times a second whatever comes back; the attacker has four callers that never wait between answers; once it has been refused too often it is held up and turned away. Both are on the hub's machine."]);

        double Median(Func<Beside, double> figure) => Show.Median(rounds.Select(figure));

        Figure Line(string what, Func<Beside, double> hub, Func<Beside, double> reference) =>
            new(what, Show.Two(Median(hub)), Show.Two(Median(reference)), Show.Two(Median(hub) / Median(reference)));
    }

    private sealed record Beside(Calls Without, Calls Under, Calls Attack);
}
