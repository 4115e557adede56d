using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Halton.Hub.CareHomes.Cqc;

/// <summary>Reads CQC's JSON tolerantly: what is missing, of another type, too long or out of range is absent. Nothing is guessed.</summary>
internal static partial class CqcJson
{
    private const int Longest = 400;
    private const int MostRows = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>Reads a document that is an object. Fault: CQC_INVALID_DOCUMENT.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : throw CqcFaults.InvalidDocument("it is no object");
        }
        catch (JsonException)
        {
            throw CqcFaults.InvalidDocument("it is no JSON");
        }
        catch (InvalidOperationException)
        {
            // What the reader says of text that is no text: a broken escape or encoding.
            throw CqcFaults.InvalidDocument("it holds text that is none");
        }
    }

    /// <summary>A text; control characters count as spaces.</summary>
    public static string? Text(JsonElement parent, string name) => Text(Of(parent, name));

    /// <summary>A text; control characters count as spaces.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = string.Concat(value.GetString()!.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return text.Length is > 0 and <= Longest ? text : null;
    }

    /// <summary>An id as CQC gives them, fit to stand in an address.</summary>
    public static string? Id(JsonElement value) => Text(value) is { } id && IsId().IsMatch(id) ? id : null;

    /// <summary>An id as CQC gives them.</summary>
    public static string? Id(JsonElement parent, string name) => Id(Of(parent, name));

    /// <summary>A day, also where a time stands after it.</summary>
    public static DateOnly? Day(JsonElement parent, string name) =>
        Text(parent, name) is { Length: >= 10 } text && (text.Length == 10 || text[10] is 'T' or ' ')
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>A whole number, not below nothing.</summary>
    public static int? Whole(JsonElement parent, string name) =>
        Of(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= 0 ? number : null;

    /// <summary>A number.</summary>
    public static double? Number(JsonElement parent, string name) =>
        Of(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Yes, no, or not said.</summary>
    public static bool? YesNo(JsonElement parent, string name) => Text(parent, name) switch { "Y" or "y" => true, "N" or "n" => false, _ => null };

    /// <summary>An object's member; nothing when the parent is no object or has none.</summary>
    public static JsonElement Of(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonElement> Rows(JsonElement parent, string name) =>
        Of(parent, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Take(MostRows) : [];

    /// <summary>Texts of a list's rows, each once and in order, so that a list in another order is the same list.</summary>
    public static IReadOnlyList<string> Texts(JsonElement parent, string name, Func<JsonElement, string?> text) =>
        [.. Rows(parent, name).Select(text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z_-]{0,39}$")]
    private static partial Regex IsId();
}
