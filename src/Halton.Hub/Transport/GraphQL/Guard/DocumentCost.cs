using System.Collections.Frozen;
using GraphQLParser;
using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>
/// How many fields an operation's answer can hold: each field is 1, and what stands below a field with <c>first</c> counts that many times.
/// A connection that does not say counts 20 times, any other list as often as its schema takes it to be long.
/// </summary>
internal sealed class DocumentCost
{
    private const long Saturated = 1_000_000_000;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments;
    private readonly Dictionary<(ROM Name, bool Paged), long> known = [];
    private readonly GraphQLOperationDefinition operation;
    private readonly IReadOnlyDictionary<string, object?> variables;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lists;

    private DocumentCost(
        GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables, FrozenDictionary<string, int> lists) =>
        (fragments, this.operation, this.variables, this.lists) = (Fragments.Of(document), operation, variables, lists.GetAlternateLookup<ReadOnlySpan<char>>());

    /// <summary>Counts, refusing FIRST_OUT_OF_RANGE in variables and QUERY_TOO_COSTLY.</summary>
    /// <param name="document">A document that the guard has checked.</param>
    /// <param name="operation">The operation asked for.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="lists">How long lists without <c>first</c> are taken to be, by the name of their field.</param>
    public static int Of(GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables, FrozenDictionary<string, int> lists)
    {
        var cost = new DocumentCost(document, operation, variables, lists).Sum(operation.SelectionSet, paged: true);
        Limits.Cost.Demand(cost);
        return (int)cost;
    }

    private long Sum(GraphQLSelectionSet? set, bool paged)
    {
        var sum = 0L;
        foreach (var node in set?.Selections ?? [])
        {
            sum += node switch
            {
                GraphQLField field => Cost(field, paged),
                GraphQLInlineFragment inline => Sum(inline.SelectionSet, paged),
                GraphQLFragmentSpread spread => Sum(spread.FragmentName.Name.Value, paged),
                _ => 0,
            };
        }

        return Math.Min(Saturated, sum);
    }

    private long Cost(GraphQLField field, bool paged)
    {
        var first = PageSize.Of(field, operation, variables);
        var times = first ?? (!paged && field.Name.Value.Span is "edges" or "nodes" ? Limits.AssumedFirst : lists.TryGetValue(field.Name.Value.Span, out var many) ? many : 1);
        return Math.Min(Saturated, 1 + (times * Sum(field.SelectionSet, paged: first is not null)));
    }

    private long Sum(ROM name, bool paged)
    {
        if (known.TryGetValue((name, paged), out var sum))
        {
            return sum;
        }

        sum = fragments.TryGetValue(name, out var fragment) ? Sum(fragment.SelectionSet, paged) : 0;
        return known[(name, paged)] = sum;
    }
}
