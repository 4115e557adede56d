using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Halton.Hub.Data;

/// <summary>Content that is kept whole, as JSON, and replaced whole.</summary>
internal static class JsonColumn
{
    /// <summary>Keeps it so.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> content) => content.HasColumnType("jsonb").HasConversion(
        value => JsonSerializer.Serialize(value, HubJson.Options), text => JsonSerializer.Deserialize<T>(text, HubJson.Options)!);
}
