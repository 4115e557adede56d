using GraphQLParser.AST;
using Halton.Hub.Transport.GraphQL.Guard;

namespace Halton.Hub.Transport.GraphQL;

/// <summary>A document that was parsed and guarded, and, once the engine has found no fault in it, need not be validated again.</summary>
/// <param name="text">The document as sent.</param>
/// <param name="ast">The document as parsed.</param>
internal sealed class ReadyDocument(string text, GraphQLDocument ast)
{
    /// <summary>As sent.</summary>
    public string Text { get; } = text;

    /// <summary>As parsed.</summary>
    public GraphQLDocument Ast { get; } = ast;

    /// <summary>Whether the engine's rules have passed it.</summary>
    public bool Valid { get; set; }

    /// <summary>The operation of a name, or the only one; null when there is no such.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
    {
        var operations = Ast.Definitions.OfType<GraphQLOperationDefinition>();
        if (!string.IsNullOrEmpty(name))
        {
            return operations.FirstOrDefault(operation => operation.Name?.Value == name);
        }

        var two = operations.Take(2).ToList();
        return two.Count == 1 ? two[0] : null;
    }

    /// <summary>The root fields of an operation, through fragments; the same field may come twice.</summary>
    public IEnumerable<GraphQLField> RootFields(GraphQLOperationDefinition operation)
    {
        var (fragments, seen, found) = (Fragments.Of(Ast), new HashSet<GraphQLFragmentDefinition>(), new List<GraphQLField>());
        Gather(operation.SelectionSet);
        return found;

        void Gather(GraphQLSelectionSet set)
        {
            foreach (var node in set.Selections)
            {
                switch (node)
                {
                    case GraphQLField field:
                        found.Add(field);
                        break;
                    case GraphQLInlineFragment inline:
                        Gather(inline.SelectionSet);
                        break;
                    case GraphQLFragmentSpread spread when fragments.TryGetValue(spread.FragmentName.Name.Value, out var fragment) && seen.Add(fragment):
                        Gather(fragment.SelectionSet);
                        break;
                }
            }
        }
    }
}
