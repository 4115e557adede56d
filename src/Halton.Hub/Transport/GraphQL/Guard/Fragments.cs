using GraphQLParser;
using GraphQLParser.AST;

namespace Halton.Hub.Transport.GraphQL.Guard;

/// <summary>Fragments of a document by name; of two with one name the first, since the engine refuses the document anyway.</summary>
internal static class Fragments
{
    /// <summary>Gathers them.</summary>
    public static Dictionary<ROM, GraphQLFragmentDefinition> Of(GraphQLDocument document)
    {
        var fragments = new Dictionary<ROM, GraphQLFragmentDefinition>();
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            fragments.TryAdd(fragment.FragmentName.Name.Value, fragment);
        }

        return fragments;
    }

    /// <summary>Whether a field asks for the schema or for a type's name.</summary>
    public static bool IsMeta(this GraphQLField field) => field.Name.Value.Span.StartsWith("__");
}
