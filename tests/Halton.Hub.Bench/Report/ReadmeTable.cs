namespace Halton.Hub.Bench.Report;

/// <summary>The table of past figures, which ends the benchmark's README.</summary>
internal static class ReadmeTable
{
    /// <summary>Appends a dated line.</summary>
    public static void Append(Machine machine, string row, RowResult result)
    {
        var file = Path.Combine(Hubs.ServerPath.Root(), "tests", "Halton.Hub.Bench", "README.md");
        var promises = string.Join("; ", result.Promises.Select(p => $"{p.What}: {p.Measured} {p.Word}"));
        var figures = string.Join("; ", result.Figures.Select(f => $"{f.What} {f.Hub}{(f.Reference.Length > 0 ? $" / {f.Reference}" : "")}"));
        File.AppendAllText(file, $"| {machine.Date} | {machine.Text} | {row} | {promises} | {figures} |\n");
    }
}
