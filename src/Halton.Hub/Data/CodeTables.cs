using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Halton.Hub.Data;

/// <summary>Tables of the schema <c>codes</c>.</summary>
internal static class CodeTables
{
    /// <summary>Maps them.</summary>
    public static void Map(ModelBuilder model)
    {
        model.Entity<Concept>(concept =>
        {
            concept.ToTable("concept", "codes", t => t.HasComment("not about a person: codes and their wording"));
            concept.HasKey(c => new { c.System, c.Code, c.ValidFrom });
            concept.Property(c => c.Properties).HasColumnType("jsonb").HasDefaultValueSql("'{}'").HasConversion(
                value => JsonSerializer.Serialize(value, HubJson.Options), text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, HubJson.Options)!);
        });
        model.Entity<PostcodeArea>(area =>
        {
            area.ToTable("postcode_area", "codes", t => t.HasComment("not about a person: where postcodes lie"));
            area.HasKey(a => a.Area);
        });
    }
}
