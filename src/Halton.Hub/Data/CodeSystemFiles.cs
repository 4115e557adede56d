using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Halton.Hub.Data;

/// <summary>The FHIR CodeSystem resources of <c>schema/fhir</c>, which travel inside the library.</summary>
internal static class CodeSystemFiles
{
    private static readonly HashSet<string> Dates = ["validFrom", "validTo"];
    private static readonly DateOnly Always = new(1900, 1, 1);

    /// <summary>Reads every code of every file.</summary>
    public static IEnumerable<Concept> Read()
    {
        var library = typeof(CodeSystemFiles).Assembly;
        foreach (var name in library.GetManifestResourceNames().Where(n => n.StartsWith("codes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = library.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            foreach (var concept in Read(file.RootElement))
            {
                yield return concept;
            }
        }
    }

    /// <summary>Reads the codes of one CodeSystem resource.</summary>
    public static IReadOnlyList<Concept> Read(JsonElement codeSystem)
    {
        var system = codeSystem.GetProperty("url").GetString()!;
        return [.. codeSystem.GetProperty("concept").EnumerateArray().Select(concept => new Concept
        {
            System = system,
            Code = concept.GetProperty("code").GetString()!,
            Display = concept.GetProperty("display").GetString()!,
            ValidFrom = Day(concept, "validFrom") ?? Always,
            ValidTo = Day(concept, "validTo"),
            Properties = Properties(concept).Where(p => !Dates.Contains(p.Name)).Concat(Definition(concept)).ToDictionary(p => p.Name, p => p.Value),
        })];
    }

    /// <summary>
    /// Brings <c>codes.concept</c> up to these codes in one statement. A code that no file names any more stays, because records name it.
    /// </summary>
    public static async Task Upsert(NpgsqlConnection owner, IReadOnlyCollection<Concept> concepts, CancellationToken ct)
    {
        await using var upsert = owner.CreateCommand();
        upsert.CommandText = """
            insert into codes.concept as known (system, code, valid_from, valid_to, display, properties)
            select * from unnest(@system, @code, @valid_from, @valid_to, @display, @properties)
            on conflict (system, code, valid_from) do update set valid_to = excluded.valid_to, display = excluded.display, properties = excluded.properties
            where (known.valid_to, known.display, known.properties) is distinct from (excluded.valid_to, excluded.display, excluded.properties)
            """;
        upsert.Parameters.AddWithValue("system", concepts.Select(c => c.System).ToArray());
        upsert.Parameters.AddWithValue("code", concepts.Select(c => c.Code).ToArray());
        upsert.Parameters.AddWithValue("valid_from", concepts.Select(c => c.ValidFrom).ToArray());
        upsert.Parameters.AddWithValue("valid_to", concepts.Select(c => c.ValidTo).ToArray());
        upsert.Parameters.AddWithValue("display", concepts.Select(c => c.Display).ToArray());
        upsert.Parameters.Add(new NpgsqlParameter("properties", NpgsqlDbType.Array | NpgsqlDbType.Jsonb) { Value = concepts.Select(c => JsonSerializer.Serialize(c.Properties, HubJson.Options)).ToArray() });
        await upsert.ExecuteNonQueryAsync(ct);
    }

    private static DateOnly? Day(JsonElement concept, string property) =>
        Properties(concept).FirstOrDefault(p => p.Name == property) is { Value: { } value } ? DateOnly.ParseExact(value, "yyyy-MM-dd") : null;

    private static IEnumerable<(string Name, string Value)> Definition(JsonElement concept) => concept.TryGetProperty("definition", out var text) ? [("definition", text.GetString()!)] : [];

    private static IEnumerable<(string Name, string Value)> Properties(JsonElement concept) => !concept.TryGetProperty("property", out var properties)
        ? []
        : properties.EnumerateArray().Select(p => (p.GetProperty("code").GetString()!, p.EnumerateObject().First(v => v.Name.StartsWith("value", StringComparison.Ordinal)).Value.GetString()!));
}
