using System.Text.Json;

namespace Halton.Hub.Transport.GraphQL.Sockets;

/// <summary>One message of the graphql-transport-ws protocol.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The operation that it is about; or null.</param>
/// <param name="Payload">What it carries; or undefined.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload)
{
    private const int LongestId = 100;

    /// <summary>Reads one; null when it is none.</summary>
    public static SocketMessage? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 64 });
            var root = json.RootElement.Clone();
            var id = root.TryGetProperty("id", out var given) ? given.GetString() : null;
            return id is { Length: 0 or > LongestId } ? null : new SocketMessage(root.GetProperty("type").GetString()!, id, root.TryGetProperty("payload", out var payload) ? payload : default);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A text in the payload; or null.</summary>
    public string? Text(string name) =>
        Payload.ValueKind == JsonValueKind.Object && Payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Writes one.</summary>
    public static byte[] Write(string type, string? id = null, byte[]? payload = null)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            if (id is not null)
            {
                json.WriteString("id", id);
            }

            json.WriteString("type", type);
            if (payload is not null)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload);
            }

            json.WriteEndObject();
        }

        return memory.ToArray();
    }
}
