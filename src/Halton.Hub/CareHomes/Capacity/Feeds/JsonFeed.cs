using System.Text;
using System.Text.Json;

namespace Halton.Hub.CareHomes.Capacity.Feeds;

/// <summary>Reads an extract in JSON, one object at a time: an array of them, or one a line. A broken array ends where it breaks; a broken line is passed over.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };
    private static readonly JsonSerializerOptions ShallowArray = new() { MaxDepth = 8 };

    /// <summary>Whether it is an array; goes back to the beginning.</summary>
    public static bool IsArray(Stream stream, Encoding encoding)
    {
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 1024, leaveOpen: true);
        int c;
        do
        {
            c = reader.Read();
        }
        while (c >= 0 && (char.IsWhiteSpace((char)c) || FeedText.IsHardSpace((char)c)));
        stream.Position = 0;
        return c == '[';
    }

    /// <summary>Reads the rows that are right; the others are told in the report. FeedBroken where an array breaks.</summary>
    public static IAsyncEnumerable<FeedRow> Read(Stream stream, Encoding encoding, bool array, FeedFields fields, FeedLimits limits, FeedReport report, CancellationToken ct) =>
        array ? ReadArray(stream, encoding, fields, report, ct) : ReadLines(stream, encoding, fields, limits, report).ToAsyncEnumerable();

    private static async IAsyncEnumerable<FeedRow> ReadArray(
        Stream stream, Encoding encoding, FeedFields fields, FeedReport report, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var utf8 = encoding is UTF8Encoding ? null : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8, leaveOpen: true);
        if (encoding is UTF8Encoding)
        {
            SkipMark(stream);
        }

        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(utf8 ?? stream, ShallowArray, ct).GetAsyncEnumerator(ct);
        while (await Next(elements, report))
        {
            if (Row(elements.Current, ++report.Rows, fields, report) is { } row)
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<FeedRow> ReadLines(Stream stream, Encoding encoding, FeedFields fields, FeedLimits limits, FeedReport report)
    {
        using var lines = new BoundedLines(
            new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true),
            limits.LongestLine,
            line => report.Refuse(line, null, "LINE_TOO_LONG", $"At most {limits.LongestLine} characters."));
        while (lines.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            report.Rows++;
            if (Parse(line) is not { } element)
            {
                report.Refuse(lines.Number, null, "NOT_JSON", "Each line must be one JSON object.");
            }
            else if (Row(element, lines.Number, fields, report) is { } row)
            {
                yield return row;
            }
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<JsonElement> elements, FeedReport report)
    {
        try
        {
            return await elements.MoveNextAsync();
        }
        catch (JsonException)
        {
            throw new FeedBroken(report.Rows + 1, null, "NOT_JSON", "The array breaks here; what comes before it was read.");
        }
    }

    private static JsonElement? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Shallow);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FeedRow? Row(JsonElement element, int at, FeedFields fields, FeedReport report)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            report.Refuse(at, null, "NOT_AN_OBJECT", "Each row must be a JSON object.");
            return null;
        }

        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in element.EnumerateObject())
        {
            var (name, value) = (FeedText.Clean(property.Name) ?? "", property.Value);
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                if (FeedFields.Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    report.Refuse(at, name.ToLowerInvariant(), "WRONG_TYPE", "Write a text, a number, true or false.");
                    return null;
                }

                continue;
            }

            values[name] = value.ValueKind == JsonValueKind.Null ? null : FeedText.Clean(value.ToString());
        }

        return fields.Read(at, name => values.GetValueOrDefault(name), report);
    }

    private static void SkipMark(Stream stream)
    {
        Span<byte> mark = stackalloc byte[3];
        var read = stream.ReadAtLeast(mark, 3, throwOnEndOfStream: false);
        stream.Position = read == 3 && mark.SequenceEqual(Encoding.UTF8.Preamble) ? 3 : 0;
    }
}
