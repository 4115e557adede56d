using CsCheck;
using Halton.Hub.Transport.GraphQL.Guard;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Whatever document comes, the guard answers with a refusal of its own or lets it pass.</summary>
public sealed class GuardGeneratorTests
{
    private static readonly string[] Words =
    [
        "{", "}", "{", "}", "query", "mutation", "subscription", "fragment", "on", "Query", "A", "B", "C", "...", "...A", "...B", "...C", "echo", "a:", "(", ")", "first:", "1", "-5", "0", "101",
        "99999999999999999999", "null", "$n", "($n: Int = 7)", "[", "]", "@skip(if: true)", "@a", "\"", "\"\"\"", "text:", "\"x\"", "trees", "edges", "nodes", "#", "\n", "!", "|", "=", "1e400", "\u0000", "\uFEFF", "é",
        "type", "schema", "extend", "fragment A on Query { ...B }", "fragment B on Query { ...A echo }", "fragment C on Query { trees(first: 100) { nodes { ...C } } }", "trees(first: $n) { edges { node {",
    ];

    [Fact]
    public void No_document_makes_the_guard_fail()
    {
        var word = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.String[0, 4]);
        var shaped = word.Array[0, 60].Select(words => "{ echo " + string.Join(' ', words) + " }");
        var loose = word.Array[0, 60].Select(words => string.Join(' ', words));
        // A request is cut off at 16 KiB before anything looks into it.
        var repeated = Gen.Select(word, Gen.Int[1, 3_000]).Select((text, times) => "{" + string.Concat(Enumerable.Repeat(text + " ", Math.Min(times, (Limits.RequestBytes / (text.Length + 1)) - 1))));
        Gen.OneOf(shaped, loose, repeated).Sample(document => _ = Guarded.Reason(document), iter: 5_000);
    }

    [Fact]
    public void Fragments_that_spread_one_another_at_random_are_measured_or_refused()
    {
        var spreads = Gen.Int[0, 19].Array[0, 6].Array[20];
        spreads.Sample(
            all =>
            {
                var fragments = all.Select((to, i) => $"fragment F{i} on Query {{ echo {string.Concat(to.Select(t => $"...F{t} "))} }} ");
                Assert.Contains(Guarded.Reason("{ ...F0 } " + string.Concat(fragments)), new[] { "", "FRAGMENT_CYCLE", "TOO_MANY_FIELDS", "TOO_MANY_ROOT_FIELDS", "QUERY_TOO_COSTLY" });
            },
            iter: 5_000);
    }
}
