using GraphQLParser;
using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>
/// How many fields an operation's answer can hold: each field is 1, and what stands below a field with <c>first</c> counts that many times.
/// A connection that does not say counts 20 times.
/// </summary>
internal sealed class DocumentCost
{
    private const long Saturated = 1_000_000_000;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments;
    private readonly Dictionary<(ROM Name, bool Paged), long> known = [];
    private readonly GraphQLOperationDefinition operation;
    private readonly IReadOnlyDictionary<string, object?> variables;

    private DocumentCost(GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables) =>
        (fragments, this.operation, this.variables) = (Fragments.Of(document), operation, variables);

    /// <summary>Counts, refusing FIRST_OUT_OF_RANGE in variables and QUERY_TOO_COSTLY.</summary>
    /// <param name="document">A document that the guard has checked.</param>
    /// <param name="operation">The operation asked for.</param>
    /// <param name="variables">The request's variables.</param>
    public static int Of(GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables)
    {
        var cost = new DocumentCost(document, operation, variables).Sum(operation.SelectionSet, paged: true);
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
        var times = first ?? (!paged && field.Name.Value.Span is "edges" or "nodes" ? Limits.AssumedFirst : 1);
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
