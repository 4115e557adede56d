using System.CommandLine;
using System.CommandLine.Help;
using Halton.Hub.Bench.Report;
using Halton.Hub.Bench.Rows;

namespace Halton.Hub.Bench;

/// <summary>The command line of the benchmark.</summary>
internal static class BenchCommand
{
    /// <summary>The command.</summary>
    /// <param name="bare">The hidden command of the bare reference.</param>
    public static Command Create(Command bare)
    {
        var rows = new Argument<string[]>("ROW") { Description = $"What to measure (default: all): {string.Join(", ", AllRows.Names)}.", Arity = ArgumentArity.ZeroOrMore };
        rows.AcceptOnlyFromAmong([.. AllRows.Names]);
        var seconds = Number("--seconds", 10, 1, 600, "Length of one round.");
        var rounds = Number("--rounds", 3, 1, 100, "Rounds of each side.");
        var scale = Number("--scale", 100, 2, 1000, "Size of the large database, in units of 10,000 stays.");
        var data = new Option<string>("--data")
        {
            Description = "Folder that keeps the benchmark's databases.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine(Environment.GetEnvironmentVariable("HUB_DATA") ?? ".hub", "bench"),
        };
        var record = new Option<bool>("--record") { Description = "Append the figures to the table in the benchmark's README." };
        var command = new Command("bench", "Measure the promises on speed.") { rows, seconds, rounds, scale, data, record, new HelpOption(), bare };
        command.SetAction(async (asked, ct) =>
        {
            var folder = Path.GetFullPath(asked.GetRequiredValue(data));
            var options = new BenchOptions(asked.GetValue(seconds), asked.GetValue(rounds), asked.GetValue(scale), folder, Hubs.ServerPath.Find());
            System.IO.Directory.CreateDirectory(folder);
            var machine = await Machine.Describe(ct);
            Console.WriteLine(machine.Line);
            foreach (var (name, measure) in AllRows.Of(asked.GetValue(rows) ?? []))
            {
                Progress.Say($"{name} …");
                var result = await measure(options, ct);
                Console.WriteLine();
                Console.Write(Table.Of(name, result));
                if (asked.GetValue(record))
                {
                    ReadmeTable.Append(machine, name, result);
                }
            }
        });
        return command;
    }

    private static Option<int> Number(string name, int standard, int least, int most, string description)
    {
        var option = new Option<int>(name) { Description = $"{description} (default: {standard})", HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && (!int.TryParse(given.Tokens[0].Value, out var value) || value < least || value > most))
            {
                given.AddError($"{name} is {least} to {most}.");
            }
        });
        return option;
    }
}
