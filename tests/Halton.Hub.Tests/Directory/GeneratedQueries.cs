using System.Text;
using System.Text.Json;
using Halton.Hub.Tests.Hosts;

namespace Halton.Hub.Tests.Directory;

/// <summary>
/// Makes valid queries on a schema out of its introspection: any fields, any depth that the guard allows, arguments that snoop. A snooping
/// query also gives what its fields cannot take; the others are mostly answered.
/// </summary>
/// <param name="schema">The answer to the introspection query.</param>
/// <param name="texts">Texts to put where a text is asked for: names and numbers of people, injected statements, ordinary words.</param>
/// <param name="known">Ids that there are, by the argument that takes them.</param>
/// <param name="strange">Ids of something else.</param>
/// <param name="random">Draws.</param>
internal sealed class GeneratedQueries(JsonElement schema, IReadOnlyList<string> texts, IReadOnlyDictionary<string, string[]> known, IReadOnlyList<string> strange, Random random)
{
    /// <summary>The introspection that it works from.</summary>
    public const string Introspection = """
        { __schema { queryType { name } types { kind name enumValues { name }
          fields { name type { ...T } args { name type { ...T } } }
          inputFields { name type { ...T } } } } }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    private static readonly HashSet<string> Answerable = ["words", "age", "free", "accepting", "includeClosed", "mine", "maximumCost", "termIds", "openOnly", "entry", "by", "topNeeds", "name", "description", "alert"];

    private readonly Dictionary<string, JsonElement> types = schema.At("__schema.types").EnumerateArray().ToDictionary(t => t.At("name").GetString()!);

    /// <summary>The names of all types.</summary>
    public IEnumerable<string> Types => types.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal));

    /// <summary>The names of all fields and input fields of all types.</summary>
    public IEnumerable<(string Type, string Field)> Fields => Types.SelectMany(
        type => new[] { "fields", "inputFields" }.Where(kind => types[type].At(kind).ValueKind == JsonValueKind.Array)
            .SelectMany(kind => types[type].At(kind).EnumerateArray()).Select(found => (type, found.At("name").GetString()!)));

    private bool snooping;

    /// <summary>One query of so many root fields.</summary>
    public string Next(int roots, bool snoops)
    {
        snooping = snoops;
        var query = new StringBuilder("{");
        var fields = types[schema.At("__schema.queryType.name").GetString()!].At("fields").EnumerateArray().ToList();
        for (var i = 0; i < roots; i++)
        {
            query.Append(' ').Append('r').Append(i).Append(": ");
            Field(query, fields[random.Next(fields.Count)], depth: 0);
        }

        return query.Append(" }").ToString();
    }

    private void Field(StringBuilder query, JsonElement field, int depth)
    {
        query.Append(field.At("name").GetString());
        var arguments = field.At("args").EnumerateArray().Where(a => IsNeeded(a.At("type")) || (random.Next(2) == 0 && (snooping || a.At("name").GetString() != "after"))).ToList();
        if (arguments.Count > 0)
        {
            query.Append('(').AppendJoin(", ", arguments.Select(a => $"{a.At("name")}: {Value(a.At("type"), a.At("name").GetString()!)}")).Append(')');
        }

        var type = types[Named(field.At("type"))];
        if (type.At("kind").GetString() is "OBJECT" or "INTERFACE")
        {
            Selection(query, type, depth + 1);
        }
    }

    private void Selection(StringBuilder query, JsonElement type, int depth)
    {
        query.Append(" { __typename");
        if (type.At("kind").GetString() == "INTERFACE")
        {
            query.Append(" id ... on Service { name description } ... on Organization { name } }");
            return;
        }

        var fields = type.At("fields").EnumerateArray().ToList();
        foreach (var field in fields.Where(f => IsLeaf(f) ? random.Next(3) == 0 : depth < 6 && random.Next(depth == 1 ? 2 : 5 + depth) == 0).OrderBy(_ => random.Next()).Take(snooping ? 12 : 4))
        {
            query.Append(' ');
            Field(query, field, depth);
        }

        query.Append(" }");
    }

    private string Value(JsonElement type, string name)
    {
        var kind = type.At("kind").GetString();
        if (kind is "NON_NULL")
        {
            return Value(type.At("ofType"), name);
        }

        if (kind is "LIST")
        {
            return $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Value(type.At("ofType"), name)))}]";
        }

        var named = types[type.At("name").GetString()!];
        return (kind, type.At("name").GetString()) switch
        {
            ("ENUM", _) => Pick(named.At("enumValues").EnumerateArray().Select(v => v.At("name").GetString()!).ToList()),
            ("INPUT_OBJECT", _) => $"{{ {string.Join(", ", named.At("inputFields").EnumerateArray().Where(f => IsNeeded(f.At("type")) || (random.Next(5) == 0 && (snooping || Answerable.Contains(f.At("name").GetString()!)))).Select(f => $"{f.At("name")}: {Value(f.At("type"), f.At("name").GetString()!)}"))} }}",
            (_, "Int") => name == "first" ? $"{random.Next(1, 5)}" : $"{random.Next(0, 120)}",
            (_, "Float") => $"{random.Next(50, 56)}.3",
            (_, "Boolean") => random.Next(2) == 0 ? "true" : "false",
            (_, "ID") => JsonSerializer.Serialize(Pick(snooping && random.Next(2) == 0 ? strange : known.GetValueOrDefault(name) ?? strange)),
            (_, "DateTime") => "\"2026-11-01T00:00:00Z\"",
            (_, "Date") => "\"2026-11-01\"",
            _ => JsonSerializer.Serialize(name switch
            {
                "from" => "2026-01-01",
                "asOf" => "2026-11-01",
                "code" or "codes" => Pick(["long-stay", "people-out-of-borough", "signposting-reach"]),
                "to" => "2026-01-07",
                "postcode" or "near" => Pick(["WA7 2CK", "WA8", .. texts]),
                "careHome" => Pick(snooping && random.Next(2) == 0 ? texts : known["careHome"]),
                "by" => Pick(["need", "service", "ward", "channel", "outcome", "month"]),
                "words" or "after" => Pick(texts),
                // What a preview is given it shows again; that is no way to learn anything.
                _ => "Tuesday tea",
            }),
        };
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private bool IsLeaf(JsonElement field) => types[Named(field.At("type"))].At("kind").GetString() is "SCALAR" or "ENUM";

    private static bool IsNeeded(JsonElement type) => type.At("kind").GetString() == "NON_NULL";

    private static string Named(JsonElement type) => type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object ? Named(inner) : type.At("name").GetString()!;
}
