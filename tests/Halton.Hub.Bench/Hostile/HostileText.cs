using System.Text.Encodings.Web;
using System.Text.Json;

namespace Halton.Hub.Bench.Hostile;

/// <summary>Puts hostile requests together.</summary>
internal static class HostileText
{
    /// <summary>Largest document that still fits into a request with what surrounds it.</summary>
    public const int Fits = 16_000;

    /// <summary>A comment of eight digits, which the sender changes each time, so that nothing is remembered of a document.</summary>
    public const string Fresh = "#00000000";

    // Quotation marks take two bytes, not six.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A request with a document.</summary>
    public static string Query(string document) => JsonSerializer.Serialize(new { query = $"{document}\n{Fresh}" }, Plain);

    /// <summary>A request with a document and variables that are JSON already.</summary>
    public static string QueryWith(string document, string variables) => $$"""{"query":{{JsonSerializer.Serialize($"{document}\n{Fresh}", Plain)}},"variables":{{variables}}}""";

    /// <summary>A text so many times.</summary>
    public static string Times(int times, string text) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>Texts made from numbers.</summary>
    public static string Each(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));

    /// <summary>Selections below the services that a search finds.</summary>
    public static string Found(string selections, string more = "") => $"{{ services(first: 1) {{ nodes {{ {selections} }} }} {more} }}";

    /// <summary>Texts at the limit of the guard, with an unknown field at the end, so that the engine's rules see them.</summary>
    public static string Wrong(string selections) => Found(selections + " noSuchFieldHere");
}
