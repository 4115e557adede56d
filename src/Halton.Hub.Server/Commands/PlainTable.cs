namespace Halton.Hub.Server.Commands;

/// <summary>Rows as plain text, each column as wide as its widest cell.</summary>
internal static class PlainTable
{
    /// <summary>Prints them; the first is the head.</summary>
    public static void Print(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
