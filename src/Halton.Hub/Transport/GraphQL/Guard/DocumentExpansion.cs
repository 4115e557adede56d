using GraphQLParser;
using GraphQLParser.AST;
using Halton.Hub.Foundation;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>Counts what a document holds once all fragments are in place. Each fragment is measured once.</summary>
/// <param name="document">The document.</param>
internal sealed class DocumentExpansion(GraphQLDocument document)
{
    private const int Saturated = 1_000_000;
    private readonly Dictionary<ROM, GraphQLFragmentDefinition> fragments = Fragments.Of(document);
    private readonly Dictionary<ROM, Size?> known = [];

    /// <summary>Checks one operation.</summary>
    public void Check(GraphQLOperationDefinition operation)
    {
        var size = Measure(operation.SelectionSet);
        Limits.RootFields.Demand(size.Top);
        Limits.Fields.Demand(size.Fields);
        (size.OnlyMeta ? Limits.IntrospectionDepth : Limits.Depth).Demand(size.Depth);
    }

    /// <summary>Measures the fragments that no operation reached.</summary>
    public void CheckRest()
    {
        foreach (var name in fragments.Keys)
        {
            _ = Measure(name);
        }
    }

    private Size Measure(GraphQLSelectionSet? set)
    {
        var total = Size.Nothing;
        foreach (var node in set?.Selections ?? [])
        {
            total += node switch
            {
                GraphQLField field => Measure(field.SelectionSet).Under(field.IsMeta()),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet),
                GraphQLFragmentSpread spread => Measure(spread.FragmentName.Name.Value),
                _ => Size.Nothing,
            };
        }

        return total;
    }

    private Size Measure(ROM name)
    {
        if (known.TryGetValue(name, out var size))
        {
            return size ?? throw new Fault(FaultKind.Invalid, "FRAGMENT_CYCLE", "A fragment spreads itself.");
        }

        if (!fragments.TryGetValue(name, out var fragment))
        {
            return Size.Nothing;
        }

        known[name] = null;
        size = Measure(fragment.SelectionSet);
        known[name] = size;
        return size.Value;
    }

    /// <summary>The size of a selection set: fields at the top, fields in all, fields below one another.</summary>
    private readonly record struct Size(int Top, int Fields, int Depth, bool OnlyMeta)
    {
        public static readonly Size Nothing = new(0, 0, 0, true);

        public static Size operator +(Size a, Size b) =>
            new(Math.Min(Saturated, a.Top + b.Top), Math.Min(Saturated, a.Fields + b.Fields), Math.Max(a.Depth, b.Depth), a.OnlyMeta && b.OnlyMeta);

        public Size Under(bool meta) => new(1, Math.Min(Saturated, Fields + 1), Depth + 1, meta);
    }
}
