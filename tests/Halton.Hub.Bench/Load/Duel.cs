using Halton.Hub.Bench.Report;

namespace Halton.Hub.Bench.Load;

/// <summary>Two sides measured in turn, so that whatever else the machine does falls on both alike.</summary>
/// <param name="WarmUp">The hub's warm-up, which counts in no figure.</param>
/// <param name="Hub">The hub's rounds.</param>
/// <param name="Reference">The reference's rounds.</param>
internal sealed record Duel(Round WarmUp, IReadOnlyList<Round> Hub, IReadOnlyList<Round> Reference)
{
    /// <summary>Warms both up, then runs their rounds A B A B.</summary>
    public static async Task<Duel> Run(BenchOptions options, Side hub, Side reference, CancellationToken ct)
    {
        Progress.Say($"warming up {hub.Name} and {reference.Name}");
        var warm = await hub.Measure(options.WarmUp, ct);
        await reference.Measure(options.WarmUp, ct);
        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < options.Rounds; round++)
        {
            ours.Add(Told(hub, await hub.Measure(options.Round, ct)));
            theirs.Add(Told(reference, await reference.Measure(options.Round, ct)));
        }

        return new Duel(warm, ours, theirs);
    }

    /// <summary>The median of a figure over the rounds of each side.</summary>
    public (double Hub, double Reference, double Ratio) Median(Func<Round, double> figure)
    {
        var (ours, theirs) = (Show.Median(Hub.Select(figure)), Show.Median(Reference.Select(figure)));
        return (ours, theirs, ours / theirs);
    }

    /// <summary>The medians of a figure as a line of the table.</summary>
    public Figure Line(string what, Func<Round, double> figure, Func<double, string> show)
    {
        var (ours, theirs, ratio) = Median(figure);
        return new Figure(what, show(ours), show(theirs), Show.Two(ratio));
    }

    /// <summary>Calls of both sides without a right answer.</summary>
    public int Errors => Hub.Concat(Reference).Append(WarmUp).Sum(round => round.Calls.Errors);

    /// <summary>Every answer that the hub gave, the warm-up's too.</summary>
    public long Answered => Hub.Append(WarmUp).Sum(round => (long)round.Calls.Answered);

    /// <summary>What a reader must know of the machine at that time.</summary>
    public string Note()
    {
        var strangers = Show.Median(Hub.Concat(Reference).Select(round => round.Strangers));
        return $"Medians of {Hub.Count} rounds of {Show.Whole(Hub[0].Calls.Lasted.TotalSeconds)} s each, in turn. Other programs and the kernel took {Show.Whole(100 * strangers)} % of the machine{(strangers > 0.1 ? ": too much to trust the figures" : "")}.";
    }

    private static Round Told(Side side, Round round)
    {
        Progress.Say($"{side.Name}: {Show.Whole(round.Calls.PerSecond)} calls/s, p50 {Show.Two(round.Calls.Within(0.5))} ms, p99 {Show.Two(round.Calls.Within(0.99))} ms, "
            + $"CPU a call {Show.Whole(round.ServerPerCall)} + {Show.Whole(round.PostgresPerCall)} µs, caller {Show.Whole(round.Caller * 1e6 / round.Calls.Answered)} µs, "
            + $"others {Show.Whole(100 * round.Strangers)} %, errors {round.Calls.Errors} {round.Calls.FirstError}");
        return round;
    }
}
