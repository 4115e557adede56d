using System.Text.Json;
using System.Text.Unicode;
using Halton.Hub.Foundation;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>Opens a document of HSDS-UK: a page, an array of services, or one service, as UTF-8. Each service is read by itself, so that a bad one spoils no other.</summary>
internal static class ImportDocument
{
    private const int MostServices = 5_000;

    /// <summary>The services of a document. Faults, with line and column: NOT_UTF8, NOT_JSON, NOT_HSDS_UK, TOO_MANY.</summary>
    public static IReadOnlyList<JsonElement> Open(ReadOnlyMemory<byte> body)
    {
        var text = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        DemandUtf8(text.Span);
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(text);
            root = document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw Unusable("NOT_JSON", $"Line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: this is not JSON.");
        }

        var services = root switch
        {
            { ValueKind: JsonValueKind.Array } => root,
            { ValueKind: JsonValueKind.Object } when root.TryGetProperty("contents", out var contents) && contents.ValueKind == JsonValueKind.Array => contents,
            { ValueKind: JsonValueKind.Object } when root.TryGetProperty("id", out _) => default,
            _ => throw Unusable("NOT_HSDS_UK", "Line 1, column 1: send a page with contents, an array of services, or one service."),
        };
        if (services.ValueKind == JsonValueKind.Undefined)
        {
            return [root];
        }

        return services.GetArrayLength() <= MostServices ? [.. services.EnumerateArray()] : throw Unusable("TOO_MANY", $"At most {MostServices} services in a document; send several.");
    }

    private static void DemandUtf8(ReadOnlySpan<byte> text)
    {
        if (Utf8.IsValid(text))
        {
            return;
        }

        Utf8.ToUtf16(text, new char[text.Length], out var read, out _, replaceInvalidSequences: false);
        var line = text[..read].Count((byte)'\n') + 1;
        var column = read - text[..read].LastIndexOf((byte)'\n');
        throw Unusable("NOT_UTF8", $"Line {line}, column {column}: this is not UTF-8.");
    }

    private static Fault Unusable(string reason, string message) => Fault.Invalid("body", reason, message);
}
