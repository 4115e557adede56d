using GraphQL;
using GraphQLParser.AST;
using Halton.Hub.Access;
using Halton.Hub.Events;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>What a GraphQL door knows of the field it serves.</summary>
public static class GraphCalls
{
    /// <summary>The permitted call of the root field that this field lies under.</summary>
    public static Call Call(this IResolveFieldContext context)
    {
        var root = context;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return Admission.Of(context).Calls[(string)root.ResponsePath.First()];
    }

    /// <summary>What the request loads in batches.</summary>
    public static Loads Loads(this IResolveFieldContext context) => Admission.Of(context).Loads;

    /// <summary>Whether any of these fields is asked for anywhere below this field. It looks at names only, through all fragments.</summary>
    public static bool Selects(this IResolveFieldContext context, params IReadOnlyCollection<string> fields)
    {
        var (fragments, seen) = (Fragments.Of(context.Document), new HashSet<GraphQLFragmentDefinition>());
        return Any(context.FieldAst.SelectionSet);

        bool Any(GraphQLSelectionSet? set) => set?.Selections.Any(node => node switch
        {
            GraphQLField field => fields.Contains(field.Name.StringValue) || Any(field.SelectionSet),
            GraphQLInlineFragment inline => Any(inline.SelectionSet),
            GraphQLFragmentSpread spread => fragments.TryGetValue(spread.FragmentName.Name.Value, out var fragment) && seen.Add(fragment) && Any(fragment.SelectionSet),
            _ => false,
        }) == true;
    }

    /// <summary>A watch as a subscription's stream: the next item is taken only when the one before has gone out to the client.</summary>
    /// <param name="context">The subscription's field.</param>
    /// <param name="items">The watch.</param>
    /// <param name="tell">Turns an item into the words of the schema.</param>
    public static IAsyncEnumerable<T> Stream<T>(this IResolveFieldContext context, IAsyncEnumerable<WatchItem> items, Func<WatchItem, T> tell) =>
        Admission.Of(context).Pace.Of(items, tell);
}
