using Halton.Hub.Faults.Scenarios;

namespace Halton.Hub.Faults;

/// <summary>Prints what a scenario found.</summary>
internal static class Report
{
    private const int MostFindings = 5;
    private const int MostCaught = 2;

    /// <summary>One table.</summary>
    public static void Print(string scenario, Outcome outcome)
    {
        Console.WriteLine();
        Console.WriteLine($"{scenario}: {outcome.Summary}");
        foreach (var verdict in outcome.Verdicts)
        {
            Console.WriteLine($"  {Word(outcome, verdict),-10}  {verdict.Invariant,-8}  {verdict.Text,-62}  {verdict.Figure}");
            var shown = outcome.MustBeCaught == verdict.Invariant ? MostCaught : MostFindings;
            foreach (var finding in verdict.Findings.Take(shown))
            {
                Console.WriteLine($"              - {finding}");
            }

            if (verdict.Findings.Count > shown)
            {
                Console.WriteLine($"              - and {verdict.Findings.Count - shown} more");
            }
        }
    }

    private static string Word(Outcome outcome, Checks.Verdict verdict) => (outcome.MustBeCaught == verdict.Invariant, verdict.Holds) switch
    {
        (true, false) => "CAUGHT",
        (true, true) => "NOT CAUGHT",
        (false, true) => "PASS",
        (false, false) => "FAIL",
    };
}
