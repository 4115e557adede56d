using System.Text;
using CsvHelper;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>Reads an extract of comma-separated values, one row at a time. A quote that is never closed ends with its line.</summary>
internal static class CsvFeed
{
    /// <summary>Reads the rows that are right; the others are told in the report. FeedBroken when there is no header to go by.</summary>
    public static IEnumerable<FeedRow> Read(Stream stream, Encoding encoding, FeedFields fields, FeedLimits limits, FeedReport report)
    {
        var options = new CsvReaderOptions
        {
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            PoolStrings = true,
            TrimWhitespace = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => Refuse((int)record.LineNumber, record.Reason.ToString()),
        };
        using var lines = new BoundedLines(
            new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true),
            limits.LongestLine,
            line => Refuse(line, "TooLong"));
        using var csv = CsvReader.Create(lines, options);
        Header(csv);
        var columns = FeedFields.Known.ToDictionary(name => name, name => csv.TryGetFieldIndex(name, out var index) ? index : -1);
        FeedFields.DemandColumns(name => columns[name] >= 0, 1);
        string? Given(string name) => columns[name] is >= 0 and var index && index < csv.FieldCount ? FeedText.Clean(csv.GetString(index)) : null;
        while (csv.Read())
        {
            report.Rows++;
            if (fields.Read((int)csv.LineNumber, Given, report) is { } row)
            {
                yield return row;
            }
        }

        void Refuse(int line, string what)
        {
            report.Rows++;
            var (reason, message) = what switch
            {
                "TooLong" => ("LINE_TOO_LONG", $"At most {limits.LongestLine} characters."),
                "FieldCountMismatch" => ("WRONG_FIELD_COUNT", "The line has more or fewer fields than there are columns."),
                _ => ("BAD_QUOTES", "The quotes of the line do not match."),
            };
            report.Refuse(line, null, reason, message);
        }
    }

    private static void Header(CsvReader csv)
    {
        try
        {
            csv.ReadHeader();
        }
        catch (CsvFormatException)
        {
            throw new FeedBroken(1, null, "NO_HEADER", "The first line must name the columns.");
        }
    }
}
