using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Halton.Hub.Directory.OpenReferral;

/// <summary>How HSDS-UK is written and read: snake_case, and nothing for what is null or empty. A page always has its contents.</summary>
internal static class OpenReferralJson
{
    /// <summary>The options for both ways.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        // The answer is never put into a page of HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    /// <summary>Writes an answer.</summary>
    public static byte[] Write(object answer) => JsonSerializer.SerializeToUtf8Bytes(answer, answer.GetType(), Options);

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        var entry = type.Type.Name.StartsWith("Hsds", StringComparison.Ordinal) && !type.Type.IsGenericType;
        foreach (var property in entry ? type.Properties : [])
        {
            property.ShouldSerialize = static (_, value) => value is not (null or "" or ICollection { Count: 0 });
        }
    }
}
