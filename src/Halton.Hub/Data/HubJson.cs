using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Data;

/// <summary>How the hub writes its own records as JSON: kept answers, event payloads, request fingerprints.</summary>
internal static class HubJson
{
    /// <summary>Names as they are, nothing for null.</summary>
    public static JsonSerializerOptions Options { get; } = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>How rows stand in JSON that PostgreSQL made of them.</summary>
    public static JsonSerializerOptions Rows { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>A jsonb parameter.</summary>
    public static NpgsqlParameter Parameter(object value) =>
        new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = Bytes(value) };

    /// <summary>Something as JSON.</summary>
    public static byte[] Bytes(object value) => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);
}
