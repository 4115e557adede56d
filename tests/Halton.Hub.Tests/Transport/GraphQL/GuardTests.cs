using System.Text;
using Halton.Hub.Tests.Hosts;
using Halton.Hub.Transport.GraphQL;
using Xunit;

namespace Halton.Hub.Tests.Transport.GraphQL;

/// <summary>Documents that would cost their neighbours dear are refused by name before they cost anything.</summary>
public sealed class GuardTests(ProbeHub one) : IClassFixture<ProbeHub>
{
    private readonly HubUnderTest hub = one.Hub;

    /// <summary>Hostile documents and the reason of their refusal.</summary>
    public static TheoryData<string, string, string> Hostile { get; } = new()
    {
        { "bomb of 5", Bomb(5), "" },
        { "bomb of 10", Bomb(10), "" },
        { "bomb of 24", Bomb(24), "TOO_MANY_FIELDS" },
        { "bomb of 28", Bomb(28), "TOO_MANY_FIELDS" },
        { "bomb of 100", Bomb(100), "TOO_MANY_DEFINITIONS" },
        { "4,000 overlapping fields", $"{{ {Repeat("echo ", 4_000)} }}", "TOO_MANY_SELECTIONS" },
        { "10,000 directives", $"{{ echo {Repeat("@skip(if:false) ", 10_000)} }}", "TOO_MANY_DIRECTIVES" },
        { "a number of 101 digits", $"{{ echo(a: {Repeat("9", 101)}) }}", "TOO_MANY_DIGITS" },
        { "105 directives, 5 in each place", $"{{ {Repeat("echo @a @a @a @a @a ", 21)} }}", "TOO_MANY_DIRECTIVES" },
        { "6 directives on the operation", $"query {Repeat("@a ", 6)} {{ echo }}", "TOO_MANY_DIRECTIVES" },
        { "1,000 aliases", $"{{ {string.Concat(Enumerable.Range(0, 1_000).Select(i => $"a{i}: echo "))} }}", "TOO_MANY_ALIASES" },
        { "21 root fields in fragments", $"{{ ...A ...B }} fragment A on Query {{ {Aliases('a', 11)} }} fragment B on Query {{ {Aliases('b', 11)} }}", "TOO_MANY_ROOT_FIELDS" },
        { "100,000 levels", $"{Repeat("{a", 100_000)}{Repeat("}", 100_000)}", "TOO_DEEP" },
        { "100,000 levels of list", $"{{ echo(text: {Repeat("[", 100_000)}", "TOO_DEEP" },
        { "13 levels", $"{{ trees {Repeat("{ neighbour ", 12)} {{ number }} {Repeat("}", 12)} }}", "TOO_DEEP" },
        { "51 arguments", $"{{ echo({Repeat("text: \"\" ", 51)}) }}", "TOO_MANY_ARGUMENTS" },
        { "51 variables", $"query({string.Concat(Enumerable.Range(0, 51).Select(i => $"$a{i}: Int "))}) {{ echo }}", "TOO_MANY_ARGUMENTS" },
        { "31 operations", string.Concat(Enumerable.Range(0, 31).Select(i => $"query Q{i} {{ echo }} ")), "TOO_MANY_DEFINITIONS" },
        { "a cycle of one", "{ ...A } fragment A on Query { ...A }", "FRAGMENT_CYCLE" },
        { "a cycle of three", "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { echo ...A }", "FRAGMENT_CYCLE" },
        { "a cycle that nothing reaches", "{ echo } fragment A on Query { ...B } fragment B on Query { ...A }", "FRAGMENT_CYCLE" },
        { "a costly page of pages", "{ trees(first: 100) { ...A } } fragment A on Tree { edges(first: 100) { a(first: 3) { b } } }", "QUERY_TOO_COSTLY" },
        { "connections that do not say", "{ a { edges { a { edges { a { edges { a { nodes { b } } } } } } } } }", "QUERY_TOO_COSTLY" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_document_is_refused_by_name(string name, string document, string reason)
    {
        Assert.NotEmpty(name);
        Assert.Equal(reason, Guarded.Reason(document));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("101")]
    [InlineData("99999999999999999999")]
    [InlineData("null")]
    [InlineData("1.0")]
    [InlineData("\"5\"")]
    public async Task The_length_of_a_page_is_from_1_to_100_wherever_it_is_said(string first)
    {
        var token = await hub.Token("rww");
        foreach (var body in new[]
        {
            $"{{ trees(first: {first}) {{ number }} }}",
            $"{{ ...A }} fragment A on Query {{ trees(first: {first}) {{ number }} }}",
            $"query($n: Int = {first}) {{ trees(first: $n) {{ number }} }}",
            $"query($n: Int = {first}) {{ ... on Query {{ ...A }} }} fragment A on Query {{ trees(first: $n) {{ number }} }}",
        })
        {
            (await hub.GraphWith(token, body)).Refused("INVALID_ARGUMENT", "FIRST_OUT_OF_RANGE").NamesField("first", "FIRST_OUT_OF_RANGE");
        }

        if (first != "1.0")
        {
            var variables = """{"query":"query($n: Int = 5) { trees(first: $n) { number } }","variables":{"n":VALUE}}""".Replace("VALUE", first, StringComparison.Ordinal);
            (await hub.PostGraph(variables, token)).Refused("INVALID_ARGUMENT", "FIRST_OUT_OF_RANGE").NamesField("first", "FIRST_OUT_OF_RANGE");
        }
    }

    [Fact]
    public async Task What_the_guard_refuses_is_told_as_such()
    {
        var answer = await hub.Graph("rww", Bomb(20));
        Assert.Equal((400, "DOCUMENT_REFUSED", "TOO_MANY_FIELDS"), ((int)answer.Status, answer.Code, answer.Reason));
    }

    [Fact]
    public async Task The_largest_pages_that_partners_need_pass() =>
        Assert.Equal(100, (await hub.Graph("rww", "{ trees(first: 100) { number neighbour { number neighbour { number } } } }")).Data("trees").GetArrayLength());

    [Fact]
    public void The_usual_question_for_the_schema_passes() => Assert.Equal("", Guarded.Reason(Guarded.Introspection));

    [Fact]
    public void A_flood_of_documents_neither_grows_the_memory_nor_drives_out_what_is_used()
    {
        var documents = new GraphQLDocuments();
        _ = documents.Take("care", "{ used }");
        var used = documents.Take("care", "{ used }");
        Assert.Same(used, documents.Take("care", "{ used }"));
        for (var i = 0; i < 20_000; i++)
        {
            _ = documents.Take("care", $"{{ a{i} }}");
        }

        Assert.Same(used, documents.Take("care", "{ used }"));
        for (var i = 0; i < 20_000; i++)
        {
            _ = documents.Take("care", $"{{ a{i} }}");
            _ = documents.Take("care", $"{{ a{i} }}");
            Assert.Same(used, documents.Take("care", "{ used }"));
        }

        Assert.InRange(documents.Count, 1, 1_000);
    }

    private static string Bomb(int depth)
    {
        var text = new StringBuilder("{ trees { ...F0 } } ");
        for (var i = 0; i < depth; i++)
        {
            text.Append(i == depth - 1 ? $"fragment F{i} on Tree {{ number }} " : $"fragment F{i} on Tree {{ ...F{i + 1} ...F{i + 1} }} ");
        }

        return text.ToString();
    }

    private static string Aliases(char prefix, int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"{prefix}{i}: echo "));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
