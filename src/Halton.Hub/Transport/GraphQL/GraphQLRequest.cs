using System.Text.Json;
using System.Text.Unicode;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>A request as GraphQL over HTTP has it.</summary>
/// <param name="Query">The document; or null.</param>
/// <param name="DocumentId">The id of a trusted document; or null.</param>
/// <param name="OperationName">Which operation of the document; or null.</param>
/// <param name="Variables">An object; or undefined.</param>
/// <param name="ByGet">Whether it came by GET, which changes and follows nothing.</param>
internal sealed record GraphQLRequest(string? Query, string? DocumentId, string? OperationName, JsonElement Variables, bool ByGet = false)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads a body. Anything but one object in strict JSON is refused; members that the specification does not know are passed over.</summary>
    public static GraphQLRequest Read(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw RequestRefused.NotFormed("NOT_UTF8", "Send JSON in UTF-8.");
        }

        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            return Read(json.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is what a lone surrogate gives.
            throw RequestRefused.NotFormed("JSON_INVALID", "The body is no JSON object, or names a member twice.");
        }
    }

    /// <summary>Reads one request from JSON.</summary>
    public static GraphQLRequest Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            throw RequestRefused.NotFormed("BATCH_NOT_TAKEN", "One request at a time; batches are not taken.");
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw RequestRefused.NotFormed("JSON_INVALID", "The body is a JSON object.");
        }

        _ = Object(json, "extensions");
        return new GraphQLRequest(Text(json, "query"), Text(json, "documentId"), Text(json, "operationName"), Object(json, "variables"));
    }

    /// <summary>Reads one from the query parameters of a GET.</summary>
    public static GraphQLRequest Read(Func<string, string?> parameter)
    {
        _ = Object(parameter, "extensions");
        return new GraphQLRequest(parameter("query"), parameter("documentId"), parameter("operationName"), Object(parameter, "variables"), ByGet: true);
    }

    private static string? Text(JsonElement json, string name) => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw RequestRefused.NotFormed("MEMBER_INVALID", $"{name} is a text.");

    private static JsonElement Object(JsonElement json, string name) => !json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null
        ? default
        : value.ValueKind == JsonValueKind.Object ? value : throw RequestRefused.NotFormed("MEMBER_INVALID", $"{name} is an object.");

    private static JsonElement Object(Func<string, string?> parameter, string name)
    {
        if (parameter(name) is not { Length: > 0 } text)
        {
            return default;
        }

        try
        {
            using var json = JsonDocument.Parse(text, Strict);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Null => default,
                JsonValueKind.Object => json.RootElement.Clone(),
                _ => throw RequestRefused.NotFormed("MEMBER_INVALID", $"{name} is a JSON object."),
            };
        }
        catch (JsonException)
        {
            throw RequestRefused.NotFormed("MEMBER_INVALID", $"{name} is a JSON object.");
        }
    }
}
