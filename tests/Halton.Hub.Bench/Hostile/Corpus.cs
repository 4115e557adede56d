using static Halton.Hub.Bench.Hostile.HostileText;

namespace Halton.Hub.Bench.Hostile;

/// <summary>Documents and bodies that would do harm to a hub that took them. Those that end in an unknown field get past the guard and are for the engine's rules to refuse.</summary>
internal static class Corpus
{
    private const string Paged = "query ($first: Int!) { services(first: $first) { nodes { name } } }";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<HostileKind> Kinds { get; } =
    [
        new("fragments that double, 5 to 100", [.. Enumerable.Range(5, 96).Select(n => Query(Found("...f0") + Each(n, i => $" fragment f{i} on Service {{ ...f{i + 1} ...f{i + 1} }}") + $" fragment f{n} on Service {{ {Times(40, "name ")} }}"))]),
        new("fragments in a circle", [.. new[] { 1, 2, 5, 28, 100 }.Select(n => Query(Found("...f0") + Each(n, i => $" fragment f{i} on Service {{ name ...f{(i + 1) % n} }}")))]),
        new("first that is no page, literal", [.. new[] { "-1", "-5000", "0", "101", "2147483647", "99999999999999999999", "1e9", "1.5", "null", "\"20\"", "[20]" }.Select(first => Query($"{{ services(first: {first}) {{ nodes {{ name }} }} }}"))]),
        new("first that is no page, variable", [.. new[] { "-1", "-5000", "0", "101", "2147483648", "99999999999999999999", "1e300", "1.5", "null", "\"20\"", "[20]", "{}" }.Select(first => QueryWith(Paged, $"{{\"first\":{first}}}"))]),
        new("4,000 fields of one name", [Query(Found(Times(4_000, "name "))), Query(Found(Times(3_000, "name ")))]),
        new("400 fields of one name, past the guard", [Query(Wrong(Times(390, "name "))), Query(Wrong(Each(18, i => $"n{i}: opening {{ {Times(20, "now ")} }} ")))]),
        new("400 unknown fields, past the guard", [Query(Found(Each(390, i => $"unknown{i} "))), Query(Found(Each(390, i => $"organizatio{i} ")))]),
        new("fragments at the limit, past the guard", [Query(Wrong("...f0") + Each(28, i => $" fragment f{i} on Service {{ {Times(12, "name ")} {(i < 27 ? $"...f{i + 1}" : "")} }}"))]),
        new("10,000 directives", [Query(Found("name " + Times(10_000, "@skip(if: false) "))), Query(Found("name " + Times(900, "@skip(if: false) "))), Query(Found("name " + Times(2_000, "@a ")))]),
        new("2,000 directives, past the guard", [Query(Wrong(Times(180, "name @a @b @c @d @e "))), Query(Wrong(Times(150, "name @skip(if: false) @include(if: true) @skip(if: true) ")))]),
        new("1,000 aliases", [Query(Found(Each(1_000, i => $"a{i}: name "))), Query($"{{ {Each(200, i => $"a{i}: services {{ nodes {{ name }} }} ")} }}")]),
        new("nesting, to 100,000", [.. new[] { 70, 1_000, 5_000, 100_000 }.SelectMany(n => new[] { Query(Times(n, "{a") + Times(n, "}")), Query($"{{ services(first: {Times(n, "[")}1{Times(n, "]")}) }}"), Query(Times(n, "{")) })]),
        new("input objects, deep", [.. new[] { 50, 70, 1_000 }.Select(n => Query($"{{ services(first: 1, filter: {Times(n, "{near: ")}1{Times(n, "}")}) {{ nodes {{ name }} }} }}"))]),
        new("bodies of 16 KiB and more", [.. new[] { Fits + 400, 65_536, 1_000_000 }.Select(n => Query(Found("name") + new string(' ', n)))]),
        new("variables, huge", [QueryWith(Paged, $"{{\"first\":\"{new string('x', Fits)}\"}}"), QueryWith(Paged, $"{{\"first\":[{Times(5_000, "1,")}1]}}"), QueryWith(Paged, $"{{{Each(1_000, i => $"\"v{i}\":{i},")}\"first\":0}}")]),
        new("numbers of 15,000 digits", [Query($"{{ services(first: {new string('9', 15_000)}) {{ nodes {{ name }} }} }}"), QueryWith(Paged, $"{{\"first\":{new string('9', 15_000)}}}"), Query($"{{ services(first: 1, filter: {{maximumCost: {new string('9', 15_000)}}}) {{ nodes {{ name }} }} }}"), QueryWith("query ($age: Int) { services(first: 1, filter: {age: $age}) { nodes { name } } }", $"{{\"age\":{new string('9', 15_000)}}}")]),
        new("JSON, deep", [.. new[] { 70, 500, 3_000 }.SelectMany(n => new[] { QueryWith(Paged, $"{{\"first\":{Times(n, "[")}{Times(n, "]")}}}"), QueryWith(Paged, $"{Times(n, "{\"a\":")}1{Times(n, "}")}") })]),
        new("JSON, malformed", ["", "{", "[]", "[{}]", "null", "\uFEFF{}", "{\"query\":\"{a}\",\"query\":\"{b}\"}", "{\"query\":{\"a\":1}}", "{\"__proto__\":{}}", Times(16_000, "["), "{\"query\":\"\\ud800\"}", "{\"query\":\"\\u0000\"}"]),
        new("arguments and variables by the hundred", [Query(Found($"name({Each(1_000, i => $"a{i}: 1 ")})")), Query($"query ({Each(900, i => $"$v{i}: Int ")}) {{ services {{ nodes {{ name }} }} }}"), Query(Wrong($"name({Each(50, i => $"a{i}: [[[1]]] ")}) "))]),
        new("lists of 4,000 values", [Query($"{{ services(first: 1, filter: {{termIds: [{Times(4_000, "\"a\" ")}]}}) {{ nodes {{ name }} }} }}"), Query($"{{ services(first: 1, filter: {{accessibility: [{Times(3_500, "\"a\" ")}]}}) {{ nodes {{ name }} }} }}")]),
        new("operations by the hundred", [.. new[] { 2, 30, 31, 300 }.Select(n => Query(Each(n, i => $"query q{i} {{ services {{ nodes {{ name }} }} }} ")))]),
        new("operations over the same fragments, past the guard", [Query($"query q($v: Int) {Wrong("...f0")}" + Each(14, i => $" query q{i} {{ services {{ nodes {{ ...f0 }} }} }}") + Each(14, i => $" fragment f{i} on Service {{ {Times(8, "name ")} {(i < 13 ? $"...f{i + 1}" : "")} }}"))]),
        new("the schema, in circles", [Query("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"), Query($"{{ __schema {{ types {Times(30, "{ fields { type ")}{{ name }}{Times(30, "} }")} }} }}")]),
        new("unicode escapes", [$$"""{"query":"{{Each(2_600, _ => "\\u007b")}}"}""", Query($"{{ service(serviceId: \"{Times(2_000, "\\u0041")}\") {{ name }} }}"), Query("{ service(serviceId: \"\\uD800\") { name } }"), Query($"{{ services(first: 1, filter: {{words: \"{Times(1_500, "\U0001F4A3")}\"}}) {{ nodes {{ name }} }} }}")]),
        new("words of 15,000 letters", [Query($"{{ {new string('a', 15_000)} }}"), Query($"{{ services(first: 1, filter: {{words: \"{new string('a', 15_000)}\"}}) {{ nodes {{ name }} }} }}"), Query($"query {new string('q', 15_000)} {{ services(first: 0) {{ nodes {{ name }} }} }}"), Query(Found("name", new string('b', 14_000)))]),
    ];
}
