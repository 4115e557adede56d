using System.Text;

namespace Halton.Hub.Bench.Report;

/// <summary>Lays a row's result out in columns of plain text.</summary>
internal static class Table
{
    /// <summary>The text of one row.</summary>
    public static string Of(string name, RowResult result)
    {
        var text = new StringBuilder();
        Lay(text, [[name, "hub", result.Reference, "ratio"], .. result.Figures.Select(f => new[] { f.What, f.Hub, f.Reference, f.Ratio })]);
        text.AppendLine();
        Lay(text, [["promise", "measured", ""], .. result.Promises.Select(p => new[] { p.What, p.Measured, p.Word })]);
        foreach (var note in result.Notes)
        {
            text.AppendLine($"  {note}");
        }

        return text.ToString();
    }

    private static void Lay(StringBuilder text, IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length)).ToArray();
        foreach (var line in lines)
        {
            // Words to the left, figures to the right.
            var cells = line.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            text.AppendLine($"  {string.Join("  ", cells)}".TrimEnd());
        }
    }
}
